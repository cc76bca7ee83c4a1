// What few buttons of pages without React need: copying code and pinning the colour scheme. It stands in every page, with
// the page's nonce, and works there whether or not React comes.

/** Presses of `[data-copy]` and `[data-theme-choice]`, wherever in the page; forms that are sent before their island is alive wait for it. */
export const pageScript = `addEventListener("submit",function(event){
if(event.defaultPrevented||!event.target.matches("[data-island] form[method=post]"))return;
event.preventDefault();event.target.dataset.held=""});
addEventListener("click",function(event){
var target=event.target instanceof Element&&event.target.closest("[data-copy],[data-theme-choice]");
if(!target)return;
var theme=target.dataset.themeChoice,root=document.documentElement;
if(theme){
if(theme==="system")delete root.dataset.theme;else root.dataset.theme=theme;
document.cookie="theme="+theme+";path=/;max-age=31536000;samesite=lax";
target.parentNode.querySelectorAll("[data-theme-choice]").forEach(function(one){one.setAttribute("aria-pressed",one===target)});
return}
var live=target.querySelector("[aria-live]");
navigator.clipboard.writeText(target.closest("figure").querySelector("code").textContent).then(function(){
target.dataset.copied="";live.textContent="Copied";
setTimeout(function(){delete target.dataset.copied;live.textContent=""},2000)},function(){live.textContent="Not copied"})});`;
