"""Bodies that tell their side by what they are: those of the whole state, and teams that are sent."""

from __future__ import annotations

import re

NATIONAL = re.compile(
    "(?:中国共产党|中共)?中央|国务院|全国|国家|最高人民|联合国|中纪委|.*党中央|.{1,4}共中央"
    "|(?!.*[县市省区旗州镇乡盟]).{2,7}部$"
)
TEAM_BODY = re.compile(
    "援[疆藏青派]|支教|(?:医疗|对口支援|帮扶|专家|服务).{0,6}[队团]$|镇长团|(?:帮扶|支援).{2,14}专家组$|(?:驻|援).{2,12}(?:工作|帮扶).{0,2}[队组]$"
    "|救援[总大支]?队$"
)
