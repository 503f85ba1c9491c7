### Statistiques

statistics-none-yet = Aucun document suivi sur ce site pour l’instant.
statistics-followed = Documents suivis sur ce site : { $n } ({ $list }).
followed-published =
    { $n ->
        [one] { $n } publié
       *[other] { $n } publiés
    }
followed-awaited =
    { $n ->
        [one] { $n } encore attendu à la dernière vérification
       *[other] { $n } encore attendus à la dernière vérification
    }
followed-unchecked = { $n } sans publication ni vérification recensée
followed-closed = { $n } clos sans document
statistics-followed-all = Documents suivis sur ce site : { $n }, tous publiés.
statistics-left-out = Laissés de côté : { $list }.
unsure-unchecked =
    { $n ->
        [one] { $n } jamais vérifié
       *[other] { $n } jamais vérifiés
    }
unsure-imprecise = { $n } dont la date n’est connue qu’au mois ou à l’année près
left-out-confidential = { $n } à dépôt confidentiel
left-out-unknown = { $n } sans point de départ connu
statistics-no-clock = Aucun décompte ne court encore sur ce site.
curve-as-table = La courbe en tableau
curve-table-note = { $documents } sur ce site.
curve-as-data = En données, en fractions exactes (JSON)
curve-table-label = { $documents }, jour par jour
curve-caption-some =
    { $n ->
        [one] Chaque jour où des documents ont été publiés, compté depuis le début de l’attente.
       *[other] Un sur { $n } des jours où des documents ont été publiés, comptés depuis le début de l’attente.
    }
curve-caption-all = Chaque jour où un document a été publié, compté depuis le début de son attente.
column-followed = Suivis
column-published = Publiés
column-still-waiting = Encore attendus
column-interval = Intervalle à 95 %
column-awaited = Attendus
column-half = Moitié publiée en
curve-note = Part encore sans { $document }. La bande est l’intervalle à 95 %. Un petit trait vertical marque le jour où un document encore attendu a été cherché pour la dernière fois.
curve-note-fast = La ligne en tirets donne cette part si tout ce qu’on ignore avait été rapide.
curve-note-median = La ligne pointillée marque le jour où la moitié était publique.
curve-title = Part encore sans { $document }, par jour
curve-days = Jours depuis le début de chaque décompte
curve-at-risk = Documents alors suivis et pas encore publics
share-at-day = { $percent } au jour { $n }
statistics-groups-note = { $documents } sur ce site. La rédaction a choisi quoi suivre : ceci ne mesure ni un pays ni une branche.
how-to-read = Comment lire ces chiffres
how-to-read-1 = Chaque attente d’un document compte une fois, en jours entiers depuis le début de son décompte. Un document publié compte pour ses jours. Un document encore attendu compte jusqu’au jour où quelqu’un l’a cherché pour la dernière fois, et pas au-delà : ce qui s’est passé depuis, personne ne l’a vu. Cela vaut pour un document remis sans être publié et pour un délai suspendu, car l’attente de la publication continue.
how-to-read-2 = La part encore en attente est l’estimation de Kaplan-Meier, en fractions exactes ; son intervalle à 95 % vient de la transformation log(−log) avec la variance de Greenwood. La médiane est le premier jour après lequel la moitié ou moins attend encore. En dessous de { $enough } documents suivis, ni médiane ni comparaison.
how-to-read-3 = Aucune attente n’est laissée de côté en raison de son issue. Une attente close sans document ne finit jamais. Ce qu’on ignore est lu de deux façons : aussi rapide que possible, un document que personne n’a cherché comptant alors comme publié aussitôt, et aussi lent que possible. Si les deux donnent le même chiffre, il est donné ; sinon, l’intervalle l’est. Sont laissées de côté, et dénombrées, les attentes dont les dépôts sont confidentiels et celles sans départ connu.
median-few = Documents suivis : { $n } ; en dessous de { $enough }, pas de médiane.
median = Sur ce site, la moitié des documents suivis ({ $documents }) ont été publiés en { $days } ou moins.
median-not-reached = Sur ce site, moins de la moitié des documents suivis ({ $documents }) sont publics à ce jour : aucune médiane n’est atteinte.
median-range = Sur ce site, la moitié des documents suivis ({ $documents }) ont été publiés en { $range }. Ce qu’on ignore pourrait déplacer ce chiffre : { $unsure }.
median-unsure = On ne sait pas si la moitié des documents suivis sur ce site ({ $documents }) sont publics : { $unsure }.
median-interval = Intervalle à 95 % de cette médiane : { $interval }.
median-naive = Parmi les seuls documents déjà publiés, la valeur médiane est de { $days }. Ce chiffre laisse de côté ceux qu’on attend encore ({ $awaited }).
median-naive-flatters = Parmi les seuls documents déjà publiés, la valeur médiane est de { $days }. Ce chiffre laisse de côté ceux qu’on attend encore ({ $awaited }) et fait donc paraître les { $documents } plus rapides qu’en réalité.
median-naive-all = Aucun n’est encore attendu : les documents publiés sont tout ce qu’il y a à compter.
median-naive-none = Aucune publication n’a été trouvée.
median-naive-unknown = Aucune publication n’est recensée.
interval-days =
    { $high ->
        [one] { $low } à { $high } jour
       *[other] { $low } à { $high } jours
    }
not-reached = non atteint
median-not-known = inconnue
public-within = Publiés en { $days }
of-all = { $part } sur { $all }
nobody-so-long = aucun suivi aussi long
ranking-country = Par pays, de la médiane la plus courte à la plus longue. Quand les intervalles se recouvrent, l’ordre peut être dû au hasard.
ranking-sector = Par secteur, de la médiane la plus courte à la plus longue. Quand les intervalles se recouvrent, l’ordre peut être dû au hasard.
ranking-regime = Par obligation, de la médiane la plus courte à la plus longue. Quand les intervalles se recouvrent, l’ordre peut être dû au hasard.
ranking-organisation = Par organisation, de la médiane la plus courte à la plus longue. Quand les intervalles se recouvrent, l’ordre peut être dû au hasard.
ranking-by-name = Par ordre alphabétique : ce qu’on ignore pourrait changer le classement.
ranking-few = Laissés de côté : { $n }, avec moins de { $enough } documents suivis.
sort-country = Pays
sort-sector = Secteur
sort-regime = Obligation
sort-organisation = Organisation
ungrouped = { $none } : pas de groupe réunissant { $enough } de ces documents suivis sur ce site, le minimum pour une comparaison.
ungrouped-country = pays
ungrouped-sector = secteur
ungrouped-regime = obligation
ungrouped-organisation = organisation
