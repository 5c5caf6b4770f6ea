const field = document.getElementById("filter");
if (field) {
  const articles = [...document.querySelectorAll("details.article")];
  const words = articles.map((article) => article.textContent.toLowerCase());
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    articles.forEach((article, i) => { article.hidden = !words[i].includes(wanted); });
  });
}
const unfold = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const article = target && target.closest("details");
  if (article && !article.open) { article.open = true; target.scrollIntoView(); }
};
addEventListener("hashchange", unfold);
unfold();
