## Registre et listes

still-waiting = Encore attendus
still-waiting-documents =
    { $n ->
        [one] { $n } document, par durée d’attente
       *[other] { $n } documents, de la plus longue attente à la plus courte
    }
still-waiting-incidents =
    { $n ->
        [one] { $n } incident sur ce site
       *[other] { $n } incidents sur ce site
    }
not-known = Durée inconnue
not-known-documents =
    { $n ->
        [one] { $n } document pour lequel aucun nombre de jours n’est avancé, et pourquoi
       *[other] { $n } documents pour lesquels aucun nombre de jours n’est avancé, et pourquoi
    }
no-longer-awaited = Ne sont plus attendus
no-longer-awaited-documents =
    { $n ->
        [one] { $n } document, selon le temps écoulé
       *[other] { $n } documents, selon le temps écoulé
    }
latest-responses = Dernières réponses
analysis = Analyses
docket-caption = Les barres sont à la même échelle, en jours depuis le début de chaque décompte.
docket-caption-waiting = Une flèche : l’attente continue, comptée jusqu’au { $date }, selon la date sur les lieux de l’incident, ou jusqu’au jour indiqué dans la ligne.
docket-caption-due = Un trait vertical marque l’échéance.
docket-caption-plain = Incidents et documents attendus
column-incident = Incident et document attendu
column-days = Jours
column-scale = À la même échelle
column-standing = État
group-tag = Mot-clé
group-country = Pays
group-sector = Secteur
group-author = Auteur
tags = Mots-clés
countries = Pays
sectors = Secteurs
authors = Auteurs
records-counted =
    { $n ->
        [one] { $n } fiche
       *[other] { $n } fiches
    }
documents-awaited =
    { $n ->
        [one] { $n } document attendu
       *[other] { $n } documents attendus
    }
list-of-responses =
    { $n ->
        [one] { $n } réponse : rapport, décision, jugement ou autre.
       *[other] { $n } réponses, de la plus récente à la plus ancienne : rapports, décisions, jugements et autres.
    }
list-of-organisations =
    { $n ->
        [one] { $n } organisme, avec les documents attendus de lui.
       *[other] { $n } organismes, chacun avec le nombre de documents attendus de lui.
    }
list-of-groups =
    { $n ->
        [one] { $n } sur ce site, avec ses fiches.
       *[other] { $n } sur ce site, chacun avec le nombre de ses fiches.
    }
list-of-incidents =
    { $n ->
        [one] { $n } incident, avec le document qui compte le plus.
       *[other] { $n } incidents, du plus récent au plus ancien, chacun avec le document qui compte le plus.
    }
list-of-articles =
    { $n ->
        [one] { $n } article, dont les compteurs restent à jour dans le texte.
       *[other] { $n } articles, du plus récent au plus ancien, dont les compteurs restent à jour dans le texte.
    }
list-of-records =
    { $n ->
        [one] { $n } fiche sur ce site.
       *[other] { $n } fiches sur ce site.
    }
all-incidents = Tous les incidents
other-records = Autres fiches
records = Fiches
docket-newest = Registre par date
    .summary = Tous les documents, l’incident le plus récent en premier.
docket-title = Registre par titre
    .summary = Tous les documents, dans l’ordre des titres des incidents.
docket-due = Registre par échéance
    .summary = Tous les documents, dans l’ordre des échéances ; ceux qui n’en ont pas viennent en dernier.

## Ordres du registre, et ses filtres

order-by = Trier par
order-longest = attente la plus longue
order-newest = incident le plus récent
order-title = titre
order-due = échéance
filter = Filtrer et trier
filter-only = Filtrer
filter-words = Mots
filter-all = Tous
filter-sort = Tri
filter-as-listed = ordre de la page
filter-longest = de la plus longue attente à la plus courte
filter-shortest = de la plus courte attente à la plus longue
filter-title = par titre
filter-newest = du plus récent au plus ancien
filter-oldest = du plus ancien au plus récent
filter-due = par échéance
filter-reset = Tout afficher
filter-status = Documents affichés : { $n } sur { $all }.
filter-status-page = Documents affichés : { $n } sur les { $all } de cette page, l’une des { $pages } de la liste.
filter-elsewhere = Chercher dans toutes les pages
