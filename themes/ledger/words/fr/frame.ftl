## Le cadre de chaque page

skip-link = Aller au contenu
main-menu = Menu principal
breadcrumb = Fil d’Ariane
records-as-of = État au { $date }
foot-count = On compte des jours entiers ; le jour de l’incident est le jour 0.
how-we-count = Comment nous comptons
data-clocks = Tous les décomptes en données (JSON)
published-by = Publié par { $name }
counted-by = Décompte : { $name }
printed-as-of = état des dossiers au { $date }
other-languages = Autres langues
docket = Registre
site-description = Les rapports attendus après des incidents, et depuis combien de jours.
articles = Articles
incidents = Incidents
responses = Réponses
organisations = Organismes
statistics = Statistiques
    .summary = Le temps que prennent les documents, parmi les incidents suivis par ce site. Ceux qu’on attend encore comptent aussi, chacun jusqu’au jour de la dernière vérification.
agenda = Agenda
    .summary = Ce qui arrive à échéance, et ce qui est passé.
regimes = Obligations de compte rendu
    .summary = Lois et règles qui imposent un compte rendu sur un incident suivi par ce site. Ceci n’est pas un conseil juridique.
not-found = Page introuvable
not-found-heading = Il n’y a rien à cette adresse
not-found-text = La page a peut-être changé d’adresse, ou celle-ci a été mal saisie.
go-on = Poursuivre
go-on-docket = L’attente la plus longue, et toutes les autres
go-on-incidents = Tous les incidents
moved = Cette page a changé d’adresse
moved-link = Aller à la nouvelle adresse
title-page = { $title }, page { $n }
pages = Pages
page-of = Page { $number } sur { $count }
previous = Précédente
next = Suivante

## Une page que personne n’a actualisée

page-late = Cette page a été établie au { $date } et n’a pas été actualisée depuis. Les décomptes en cours avancent d’eux-mêmes ; des documents publiés depuis peuvent manquer.
