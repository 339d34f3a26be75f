"""The addresses of the site on a developer's own machine: all of them, and what only a developer may see."""

from vindplaats import urls
from vindplaats.mail import development

handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler429 = urls.handler429
handler500 = urls.handler500

urlpatterns = [*development.urlpatterns, *urls.urlpatterns]
