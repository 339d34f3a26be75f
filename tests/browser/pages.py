"""The pages that every check of this package visits, by what they show."""

LONG, TOLD = "te-lange-woorden", "dansen-tegen-vallen"

PAGES = {
    "home": "/",
    "home in English": "/en/",
    "projects": "/projecten/",
    "projects in English": "/en/projecten/?q=valpreventie",
    "projects chosen": "/projecten/?thema=valpreventie&fase=pilot&fase=embedded&regio=provincie-utrecht&q=vallen",
    "projects of a word": "/projecten/?q=Meervoudigepersoonlijkheidsstoornis",
    "no projects": "/projecten/?q=xqzvwk&thema=valpreventie&fase=pilot",
    "an unknown filter": "/projecten/?thema=bestaat-niet",
    "last page": "/projecten/?page=9",
    "table": "/projecten/?weergave=tabel&q=vallen",
    "map": "/projecten/?weergave=kaart",
    "project": f"/projecten/{TOLD}/",
    "project in English": f"/en/projecten/{TOLD}/",
    "project with long words": f"/projecten/{LONG}/",
    "project with the least": "/projecten/kaal/",
    "projects picked": f"/projecten/?vergelijk={LONG}&vergelijk={TOLD}&vergelijk=kaal",
    "compare": f"/projecten/vergelijken/?p={LONG}&p={TOLD}&p=kaal&p=robotic-pets",
    "compare one": f"/projecten/vergelijken/?p={TOLD}&p=bestaat-niet",
    "plan": "/vergelijkbaar/",
    "overview": f"/vergelijkbaar/?p={TOLD}&p={LONG}&p=kaal&p=robotic-pets",
    "lessons": "/lessen/?q=vallen&les=pitfall",
    "no lessons": "/lessen/?q=xqzvwk",
    "everything": "/zoeken/?q=vallen",
    "everything of one kind": "/zoeken/?q=zorg&soort=lessen",
    "nothing in everything": "/zoeken/?q=xqzvwk",
    "themes": "/themas/",
    "theme": "/themas/valpreventie/",
    "empty theme": "/themas/leeg-thema/",
    "regions": "/regios/",
    "region": "/regios/provincie-utrecht/",
    "institutes": "/instellingen/",
    "institute with a long name": "/instellingen/te-lange-naam/",
    "institute without projects": "/instellingen/zonder-projecten/",
    "experts": "/experts/",
    "nobody": "/experts/?q=xqzvwk&wie=director",
    "expert with far too much": "/experts/te-lang/",
    "questions": "/vragen/",
    "no questions": "/vragen/?q=xqzvwk&stand=closed",
    "question with far too much": "/vragen/te-veel/",
    "question with the least": "/vragen/weinig/",
    "about": "/over/",
    "accessibility": "/toegankelijkheid/",
    "privacy": "/privacy/",
    "editors": "/contact-redactie/",
    "API": "/api/",
    "login": "/account/login/",
}
ABSENT = "/bestaat-niet/"
UNREADABLE = "/projecten/?q=%00"
MAIN = (
    "home",
    "projects",
    "projects chosen",
    "project",
    "lessons",
    "themes",
    "regions",
    "institutes",
    "plan",
    "compare",
)
"""For checks that take long: one page of each kind of layout."""
LIKE_ANOTHER = {"home in English", "projects in English", "an unknown filter", "last page", "project in English"}
"""Pages with the layout and the colours of another; what is different in them shows at one width."""
