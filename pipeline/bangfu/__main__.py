"""``python -m bangfu`` is the command ``bangfu``."""

import sys

from bangfu.cli import main

sys.exit(main())
