### Les mots de l’interface en français. Mêmes messages et mêmes variables qu’en anglais (`en.ftl`).
###
### Espaces : fine insécable (U+202F) devant ; ! ? et dans les nombres, insécable (U+00A0) devant : et dans les guillemets.
### Les noms d’organisations sont entre parenthèses ou après deux-points : on ne sait pas s’ils demandent un article.

language-name = Français

## Nombres, dates, listes

number-group = { "\u202F" }
number-decimal = ,
percent = { $number } %
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
date = { $day } { $month } { $year }
date-first = { $day }er { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-day-month = { $day } { $month }
date-weekday = { $weekday } { $date }
time = { $hour } h { $minute }
date-time = { $date } à { $time }
weekday-time = { $day } à { $time }
weekday-noon = { $day } à midi
noon-of = { $date } à midi
on-date = le { $date }
in-date = en { $date }
within-date = en { $date }
list-middle = { $before }, { $next }
list-last = { $before } et { $next }
list-or = { $before } ou { $next }
quoted = « { $text } »
sentence = { $text }.
with-note = { $what } ({ $note })
unit-gap = { " " }
unit-days =
    { $n ->
        [one] jour
       *[other] jours
    }
days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
unit-days-many = { $days } jours
at-least = au moins { $days }
at-least-first = Au moins { $days }
at-least-word = au moins
day-number = jour { $n }
distance-today = aujourd’hui
distance-ahead =
    { $n ->
        [one] dans { $n } jour
       *[other] dans { $n } jours
    }
distance-ago = il y a { $days }
after = après { $days }
after-start = { $days } après { $start }
period-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
period-hours =
    { $n ->
        [one] { $n } heure
       *[other] { $n } heures
    }
period-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
period-working-days =
    { $n ->
        [one] { $n } jour ouvré
       *[other] { $n } jours ouvrés
    }
period-weeks =
    { $n ->
        [one] { $n } semaine
       *[other] { $n } semaines
    }
period-months = { $n ->
        [one] { $n } mois
       *[other] { $n } mois
    }
period-years =
    { $n ->
        [one] { $n } an
       *[other] { $n } ans
    }

## Documents et actes

document-early-warning = alerte précoce
    .a = alerte précoce
    .the = l’alerte précoce
    .of = de l’alerte précoce
    .its = son alerte précoce
    .without = alerte précoce
    .without-public = alerte précoce rendue publique
    .no = aucune alerte précoce
    .no-public = aucune alerte précoce rendue publique
    .from = de l’alerte précoce
    .many = alertes précoces
document-notification = notification
    .a = notification
    .the = la notification
    .of = de la notification
    .its = sa notification
    .without = notification
    .without-public = notification rendue publique
    .no = aucune notification
    .no-public = aucune notification rendue publique
    .from = de la notification
    .many = notifications
document-preliminary-report = rapport préliminaire
    .a = rapport préliminaire
    .the = le rapport préliminaire
    .of = du rapport préliminaire
    .its = son rapport préliminaire
    .without = rapport préliminaire
    .without-public = rapport préliminaire rendu public
    .no = aucun rapport préliminaire
    .no-public = aucun rapport préliminaire rendu public
    .from = du rapport préliminaire
    .many = rapports préliminaires
document-interim-report = rapport intermédiaire
    .a = rapport intermédiaire
    .the = le rapport intermédiaire
    .of = du rapport intermédiaire
    .its = son rapport intermédiaire
    .without = rapport intermédiaire
    .without-public = rapport intermédiaire rendu public
    .no = aucun rapport intermédiaire
    .no-public = aucun rapport intermédiaire rendu public
    .from = du rapport intermédiaire
    .many = rapports intermédiaires
document-final-report = rapport final
    .a = rapport final
    .the = le rapport final
    .of = du rapport final
    .its = son rapport final
    .without = rapport final
    .without-public = rapport final rendu public
    .no = aucun rapport final
    .no-public = aucun rapport final rendu public
    .from = du rapport final
    .many = rapports finaux
document-investigation = enquête
document-hearing = audition
document-order = injonction
document-penalty = sanction
document-judgment = décision de justice
document-legislation = législation
document-funding = financement
document-statement = déclaration
document-commitment = engagement
another-document = un autre document
    .of = d’un autre document
    .from = d’un autre document
role-operator = Exploitant
role-authority = Autorité
role-investigator = Organisme d’enquête
role-court = Juridiction
role-legislature = Assemblée législative
role-funder = Financeur
role-other = Autre
status-pledged = Promis
status-in-progress = En cours
status-compromised = Tenu en partie
status-stalled = À l’arrêt
status-kept = Tenu
status-broken = Non tenu
status-unrated = Non évalué

## Ce qui fait courir un délai

trigger-occurred = l’incident
    .of = de l’incident
    .from = de l’incident
trigger-ended = la fin de l’incident
    .of = de la fin de l’incident
    .from = de la fin de l’incident
trigger-aware = la prise de connaissance de l’incident
    .of = de la prise de connaissance de l’incident
    .from = de la prise de connaissance de l’incident
    .said = la prise de connaissance de l’incident
    .said-from = de la prise de connaissance de l’incident
trigger-classified = la classification de l’incident
    .of = de la classification de l’incident
    .from = de la classification de l’incident
    .said = la classification de l’incident
    .said-from = de la classification de l’incident
trigger-discovered = la découverte de l’incident
    .of = de la découverte de l’incident
    .from = de la découverte de l’incident
    .said = la découverte de l’incident
    .said-from = de la découverte de l’incident
trigger-notified = la notification de l’incident
    .of = de la notification de l’incident
    .from = de la notification de l’incident
    .said = la notification de l’incident
    .said-from = de la notification de l’incident
trigger-start = le début de l’incident
    .of = du début de l’incident
    .from = du début de l’incident
trigger-own = l’événement « { $name } »
    .of = de l’événement « { $name } »
    .from = de l’événement « { $name } »
start-date = le { $date }
    .from = du { $date }

## États. D’une absence, on dit seulement que personne n’a trouvé de document.

badge-confidential = Dépôt confidentiel
badge-expired = État inconnu
badge-stale = Non vérifié récemment
badge-waiting = En attente
badge-waiting-unchecked = En attente, non vérifié
badge-published = Publié
badge-published-late = Publié en retard
badge-published-after-target = Publié après l’échéance visée
badge-published-after-promise = Publié après la date promise
badge-delivered = Remis, non public
badge-paused = Suspendu
badge-closed = Clos sans rapport
badge-limit-unknown = Délai inconnu
badge-not-started = Non commencé
badge-overdue = En retard
badge-overdue-unchecked = Délai dépassé, non vérifié
badge-target-passed = Échéance visée dépassée
badge-target-passed-unchecked = Échéance visée dépassée, non vérifié
badge-promise-passed = Date promise dépassée
badge-promise-passed-unchecked = Date promise dépassée, non vérifié
confidential-delivered = Le document a été remis ; les dépôts prévus par cette règle sont confidentiels et n’ont pas à devenir publics.
confidential-waiting = Aucune preuve publique de dépôt ; les dépôts prévus par cette règle sont confidentiels.
note-stale = à la dernière vérification, le { $date }
note-expired = non vérifié depuis le { $date }
note-unchecked = non vérifié
note-unchecked-age = { $age }, non vérifié
row-since = compté à partir { $start }
note-confidential = les dépôts sont confidentiels
not-begun = le décompte n’a pas commencé
start-unknown = le jour où le décompte commence n’est pas connu
proof-unchecked = Aucune vérification enregistrée : personne n’a noté quel jour le document a été cherché.
proof-none-found = Aucun document trouvé au { $date }.
lead-longest = L’attente la plus longue de ce site
lead-checked = L’attente la plus longue de ce site parmi celles vérifiées récemment
lead-oldest = Le décompte commencé le premier ; rien n’a encore été vérifié sur ce site
document-from = { $document } ({ $from })
owed-from = { $document } · { $from }
without = sans { $document }
without-from = sans { $document } ({ $from })
expired-incident =
    { $least ->
        [yes] L’incident remonte à au moins { $days } jours.
       *[no] L’incident remonte à { $days } jours.
    }
expired-count =
    { $least ->
        [yes] Ce décompte a commencé il y a au moins { $days } jours.
       *[no] Ce décompte a commencé il y a { $days } jours.
    }
expired-unknown = On ignore si le document attendu ({ $document }) est paru : personne n’a vérifié depuis le { $date }.
expired-unknown-from = On ignore si le document attendu ({ $document }, { $from }) est paru : personne n’a vérifié depuis le { $date }.
closed-on = le { $date } : { $why }
closed-after = le { $date }, après { $days } : { $why }

## Compteurs : la phrase

sum-waiting = { $days } sans { $document }{ $about }, { $as_of }
sum-waiting-from = { $days } sans { $document } ({ $from }){ $about }, { $as_of }
sum-sentence = { $sum }.
sum-and-paused = { $sum } ;
sum-paused = dont { $days } pendant lesquels le délai était suspendu.
sum-until-by =
    { $many ->
        [one] { $days } jusqu’à la publication { $of } ({ $by }){ $about }, { $date }.
       *[other] { $days } jusqu’à la publication { $of } ({ $by }){ $about }, { $date }.
    }
sum-until = { $days } jusqu’à la publication { $of }{ $about }, { $date }.
sum-published-by =
    { $many ->
        [one] Publication { $of } ({ $by }){ $about }, { $date }.
       *[other] Publication { $of } ({ $by }){ $about }, { $date }.
    }
sum-published = Publication { $of }{ $about }, { $date }.
sum-closed = { $days } se sont écoulés avant que l’attente { $of }{ $about } ne soit close sans document public, le { $date }.
sum-closed-from = { $days } se sont écoulés avant que l’attente { $of } ({ $from }){ $about } ne soit close sans document public, le { $date }.
sum-closed-uncounted = L’attente { $of }{ $about } a été close sans document public, le { $date }.
sum-closed-uncounted-from = L’attente { $of } ({ $from }){ $about } a été close sans document public, le { $date }.
sum-confidential = { $document }{ $about }. { $why }
sum-confidential-from = { $document } ({ $from }){ $about }. { $why }
sum-uncounted = Aucun jour n’est compté dans l’attente { $of }{ $about } : { $why }.
sum-uncounted-from = Aucun jour n’est compté dans l’attente { $of } ({ $from }){ $about } : { $why }.
sum-unchecked = { $age }. { $none } ne figure ici, et personne n’a noté de recherche.
sum-unchecked-from = { $age }. { $none } ({ $from }) ne figure ici, et personne n’a noté de recherche.
sum-unchecked-away = { $age }. { $none } ne figure chez { $site }, et personne n’y a noté de recherche.
sum-unchecked-away-from = { $age }. { $none } ({ $from }) ne figure chez { $site }, et personne n’y a noté de recherche.
sum-about = { " " }sur « { $title } »
days-after = { $days } après { $start },
days-from = { $days } à compter { $start }
days-since = { $days } depuis { $start }
as-of = au { $date }
age-dated = { $age }, { $as_of }
proof-handed-over = Document remis { $date }, avant sa publication.
proof-withdrawn = Retiré du web { $date }.
proof-reason = Motif indiqué : { $why }
proof-delivered = Remis { $date }, non public :
proof-paused = Motif de la suspension :
proof-looked-at = Recherché ici : { $places }.
places-on-host = { $host } ({ $n } pages)
proof-never-missed = Un délai que personne ne peut observer de l’extérieur n’est jamais compté comme manqué.
how-counted = Le détail du calcul
how-counted-more = Comment cette attente est comptée
how-counted-and-looked = Comment cette attente est comptée, et où nous avons cherché
rules-of-counting = Les règles du décompte

## Délais

limit = { $name } : { $limit }
limit-moved = { $name } : { $limit }, d’abord { $first }
limit-name-provisional = { $name } (provisoire)
limit-none = Aucune échéance consignée
limit-hard = Délai légal
limit-soft = Échéance visée
limit-promise = Date promise
limit-state = { $limit } ; { $state }
limit-provisional = { $limit }, compté à partir de la date limite d’un autre document
limit-undated = { $limit } ; impossible à dater : { $why }
limit-undated-start = { $limit } ; impossible à dater, car le moment { $of_trigger } n’est pas connu
undated-no-time = un délai en heures demande une heure de départ
undated-too-far = l’échéance tombe après l’an 9999
undated-too-many-days = il faudrait sauter plus de jours que l’on ne peut en vérifier
undated-no-working-day = le calendrier n’a aucun jour ouvré
undated-document = le document à partir duquel il est compté est attendu
due-doubtful = { $date } au plus tôt
limit-handed-later = remis plus tard
limit-handed-that-day = remis le jour même
limit-handed-before = remis { $days } avant
limit-handed-before-at-most = remis { $days } avant, ou moins
limit-passed = terme dépassé depuis { $days }
limit-passed-that-day = terme dépassé le jour même
limit-passed-undated = terme dépassé
limit-late = le document est arrivé { $days } plus tard
limit-late-at-least = le document est arrivé { $days } plus tard, ou davantage
limit-late-that-day = le document est arrivé plus tard le même jour
limit-maybe-kept = le document est peut-être arrivé à temps
limit-kept = respecté, { $days } avant
limit-kept-at-most = respecté, { $days } avant ou moins
limit-kept-that-day = respecté le jour même
within = sous { $period }
within-first = sous { $periods }, selon le premier terme atteint
first-of = { $periods }, selon le premier terme atteint
period-from = { $period } à compter { $from }
no-limit-known = Aucun délai connu
fixed-same-year = { $date } de la même année
fixed-next-year = { $date } de l’année suivante
fixed-later =
    { $n ->
        [one] { $date }, { $n } an plus tard
       *[other] { $date }, { $n } ans plus tard
    }
repeated = { $period }, puis de nouveau { $period }, jusqu’à la parution du document

## Le détail du calcul

account-begins-with = Commence avec
account-awaited-start = { $start } (attente en cours)
account-unknown-start = { $start } : moment inconnu
account-no-start = le point de départ, qui n’est pas connu
account-from = Du
account-from-day = { $date }, { $why } : date civile, fuseau { $zone } ; jour 0
account-last-possible = { $date }, dernier jour possible ; jour 0
account-last-possible-written = { $date }, dernier jour possible ({ $written }) ; jour 0
account-day-of = jour { $of }
account-day-set = jour fixé pour le départ de ce décompte
account-day-zero = { $date } ; jour 0
account-not-counted = Non compté
account-nobody-sees = personne ne peut voir de l’extérieur si le document a été déposé
account-to = Au
account-day-earliest = premier jour où le document a pu paraître
account-day-published = jour de la publication
account-day-closed = jour où l’attente a été close
account-day-checked = jour de la dernière vérification
account-of-these = Dont
account-paused-counted = en suspension, comptés malgré tout
account-counted = Total
account-whole-days = jours civils entiers, week-ends et jours fériés compris
account-stops-on = S’arrête avec
account-published-by = { $document }, à publier par :
account-published-by-anyone = { $document }, quel qu’en soit l’auteur
account-checked = Vérifié
account-no-check = aucune vérification enregistrée
account-check-again = le { $date } ; à vérifier de nouveau d’ici au { $next }
account-looked-at = { $checked }. Consulté :
account-place = adresse { $n }
account-gives = { $what } : { $gives }
account-limit-from = Le délai court du
account-next-hour = Dès l’heure pleine suivante
account-period = Durée
account-short-month = { $what } (le mois n’a pas ce jour : le délai s’achève avec le mois)
account-fixed = Date fixe
account-paused = Suspendu
account-pause-ignored = Suspension sans effet
account-ignored = { $what }, { $why }
ignored-hours = car un délai en heures continue de courir
ignored-before = car elle était finie quand le délai a commencé
ignored-after = car elle a commencé après l’échéance
ignored-no-days = car ses jours relèvent d’une suspension antérieure
account-moved = Reporté
rolled-not = non reporté
rolled-next = au jour ouvré suivant
rolled-next-noon = au jour ouvré suivant à midi
rolled-back = ramené au jour ouvré précédent
account-extended = Prolongé
account-from-to = du { $from } au { $to }
account-granted = { $what } ; accordé le { $date }
account-because = { $what } ; { $why }
account-doubtful = Incertain
doubt-calendar = le { $date } sort des années { $first } à { $last }, dont les jours fériés sont connus
doubt-before-start = le { $date } précède le départ
doubt-shortens = une prolongation du { $from } au { $to } raccourcit le délai
account-due = Échéance
account-due-provisional = Échéance provisoire
account-passing = { $what }, sans compter { $days }
account-passing-many =
    { $n ->
        [one] { $what }, sans compter { $n } jour exclu
       *[other] { $what }, sans compter { $n } jours exclus
    }
account-passing-among =
    { $n ->
        [one] { $what }, sans compter { $n } jour exclu : { $days }
       *[other] { $what }, sans compter { $n } jours exclus, dont { $days }
    }
account-day-paused = suspendu
account-until-before = du { $from } jusqu’à la veille du { $to }
account-since = depuis le { $from }

## Compteurs dans le texte

prose-days-on = { $days } au { $date }
prose-had-not-begun = un décompte qui n’avait pas commencé
prose-not-begun = un décompte qui n’a pas commencé
prose-future = un décompte à une date encore à venir
prose-cannot = un décompte impossible
prose-unknown-days = un nombre de jours inconnu
prose-confidential = les dépôts prévus par cette règle sont confidentiels
prose-unknown-times = un ratio inconnu
times = { $ratio } fois
ratio-title = { $long } contre { $short }, au { $date }
ratio-two-days = { $long } au { $on } contre { $short } au { $short_on }
ratio-beside = { " " }({ $title })
ratio-in-full = { "\u00A0" }: { $title }

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
statistics = Statistiques
    .summary = Le temps que prennent les documents, parmi les incidents suivis par ce site. Ceux qu’on attend encore comptent aussi, chacun jusqu’au jour de la dernière vérification.
agenda = Agenda
    .summary = Ce qui arrive à échéance, et ce qu’il faut vérifier de nouveau.
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
docket-caption-waiting = Une flèche : l’attente continue, comptée jusqu’au { $date }, selon la date sur les lieux de l’incident.
docket-caption-due = Un trait vertical marque l’échéance.
docket-caption-plain = Incidents et documents attendus
column-incident = Incident et document attendu
column-days = Jours
column-scale = À la même échelle
column-standing = État
group-tag = Mot-clé
group-country = Pays
group-sector = Secteur
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

## Fiches

by-authors = Par { $authors }
updated = mis à jour le { $date }
updated-first = Mis à jour le { $date }
filed-under = Classé sous : { $tags }
draft = Brouillon.
draft-text = Cette page n’est pas achevée et ne fait pas partie des fiches publiées.
article = Article
text = Texte
table = Tableau
about = À propos de
country = Pays
own-site = Site officiel
owed = Documents attendus
owed-note = Documents que d’autres attendent de cette organisation, ou attendaient
about-it = Présentation
operated = Exploitation
operated-note = Incidents touchant ses installations ou ses services
published = Publié
newest-first = Du plus récent au plus ancien
happened = Date
ended = Fin
where = Lieu
operators =
    { $n ->
        [one] Exploitant
       *[other] Exploitants
    }
sector = Secteur
other-documents = Autres documents sur cet incident
not-applying = Obligations qui ne s’appliquent pas
not-applying-note = Aucun décompte ne court à ce titre
not-applying-why = Ne s’applique pas à cet incident : { $why }.
what-happened = Les faits
timeline = Chronologie
timeline-note = Du plus ancien au plus récent. Un carré signale un rapport ; un trait discontinu, ce qui est encore à venir.
timeline-block = Ce qui s’est passé et ce qui est attendu : { $incident }
timeline-incident = Incident
timeline-due-confidential = Échéance ; les dépôts sont confidentiels
timeline-expected = Attendu
no-date = sans date
day-zero = jour 0
figures = Chiffres
figures-note = Avec source et date
figures-label = Chiffres, et qui les donne
figures-conflict = Quand les sources divergent, chaque chiffre reste jusqu’à son retrait ; aucune moyenne n’est faite.
figure-what = Objet
figure = Chiffre
figure-source = Selon
figure-as-of = Au
figure-no-source = sans source
figure-no-day = sans date
commitments = Engagements
commitments-caption = Ce qui a été promis, par qui, et ce qu’on en sait.
commitment-promised = Promesse
commitment-by = Par
commitment-made = Faite le
commitment-due = Pour le
standing = État
not-named = non précisé
promise-passed = échéance dépassée ; toujours en suspens le { $date }
promise-unchecked = échéance atteinte, non vérifié
wait-open = { $days } depuis
wait-settled = { $days } jusqu’au dénouement
not-rated = Pas encore évalué
by-somebody = selon : { $by }
related = Autres incidents
related-note = Par exploitant, obligation et auteur des documents
related-operator = même exploitant : { $name }
related-duty = même obligation : { $name }
related-author = documents de : { $name }
answered-after =
    { $public ->
        [yes] publié { $days } après l’incident
       *[no] remis { $days } après l’incident
    }
answered-on =
    { $public ->
        [yes] publié le { $date }
       *[no] remis le { $date }
    }
answered-in =
    { $public ->
        [yes] publié en { $date }
       *[no] remis en { $date }
    }
set-aside = Annulé ou infirmé
set-aside-by = par : { $by }.
sets-aside = Annule ou infirme :
sets-aside-what = { $what }.
by = Par
handed-over = Remis
not-public = non public
taken-offline = Retiré du web
to-read = À lire
at-own-address = { $document } à l’adresse d’origine
archived-copy = copie archivée
stopped-by = Publication ({ $by }) de { $what }, { $date }.
stopped = Publication de { $what }, { $date }.
stopped-days-by = { $days } jusqu’à la publication ({ $by }) de { $what }, { $date }.
stopped-days = { $days } jusqu’à la publication de { $what }, { $date }.
stopped-what = ce qu’on attendait sur « { $title } »
stopped-proof = Le décompte s’est arrêté ce jour-là et ne bouge plus.
what-it-says = Ce que dit le document
what-was-done = Ce qui a été fait
findings = Constats
recommendations = Recommandations
recommendations-caption = L’état est le dernier que quelqu’un ait enregistré.
recommendation = Recommandation
recommendation-number = N°
recommendation-to = À
answers = Répond à
answers-note = Jours comptés à partir de chaque incident
reply = Droit de réponse
reply-note = Ce qui a été demandé, quand, et ce qui a été répondu
reply-asked = { $of } : question posée le { $date }.
reply-asked-by = { $of } : question posée le { $date } ({ $channel }).
reply-deadline = Réponse demandée d’ici au { $date }.
reply-answered = Réponse reçue le { $date }.
reply-none = Aucune réponse enregistrée au { $date }.
correction-was = Avant
correction-now = Maintenant
correction-why = Motif
sources = Sources
source-published = { $date }
source-read = consulté le { $date }
source-archived = copie archivée de la source { $n }

## Décomptes côte à côte

side-by-side = Côte à côte
compare-label = { $one } face à { $other }
compare-caption-incident = Chacun compté depuis le jour de son incident.
compare-caption-own = Chacun compté depuis le début de sa propre attente.
compare-limit = Échéance
not-claimed = non avancé
what-differs = Ce qui diffère
differs-in-neither = Ni qui rend compte, ni le document, ni l’échéance.
who-reports = Qui rend compte : { $who }
anyone = auteur indifférent
ratio = Ratio
compare-bars = Jours 0 alignés ; une seule échelle. Une flèche : l’attente continue.

## Obligations

regime = Obligation de compte rendu
not-legal-advice = Ceci n’est pas un conseil juridique.
where-it-holds = Où elle s’applique
not-said = Non précisé
in-effect = Période d’application
official-text = Texte officiel
official-compared = Comparé au texte officiel le { $date }
official-not-compared = Non comparé au journal officiel
what-is-owed = Ce qui est dû
limits-caption = Les délais de cette obligation
column-document = Document
column-within = Délai
column-from = À compter de
column-to = À qui
column-counted = Mode de calcul
no-limits = Aucun délai n’est indiqué.
what-it-means = Ce que cela signifie ici
the-text = Le texte
no-provision = Aucune disposition n’est citée.
no-provision-but = Aucune disposition n’est citée : { $url }.
not-quoted = Ses termes ne sont pas cités, et aucun motif n’est donné.
examples = Exemples calculés
examples-note = Dates fictives, calculées comme pour un incident ; heures UTC
examples-caption = Échéances pour quelques points de départ
column-start = Départ
column-due = Échéance
provisionally = à titre provisoire
no-examples = Il n’y a aucun délai à calculer.
under-it = Incidents concernés
under-it-note = Documents attendus au titre de cette obligation, ou qui l’étaient
under-it-none = Aucun décompte de ce site ne court au titre de cette obligation.
anyway = Appliquée malgré tout
anyway-note = Par décision de la rédaction
anyway-why = Les décomptes sont affichés bien que cette réserve existe : { $why }.
not-applied-to = Ne s’applique pas à
not-applied-because = Motif : { $why }.
not-applied-before = elle n’était pas en vigueur le jour de l’incident (entrée en vigueur le { $date })
not-applied-after = elle n’était plus en vigueur le jour de l’incident (en vigueur jusqu’au { $date })
not-applied-proposed = elle est proposée et n’a pas force de loi
not-applied-repealed = elle n’est plus en vigueur
regimes-caption = Obligations, et nombre d’incidents de ce site qui les citent
column-duty = Obligation
column-where = Où
column-owed = Ce qui est dû, et dans quel délai
column-owed-short = Dû
no-limits-short = aucun délai indiqué
regime-in-force = En vigueur
regime-proposed = Proposée, sans force de loi
regime-repealed = Abrogée
european-union = Union européenne
effective-from-to = Du { $from } au { $to }
effective-from = Depuis le { $from }
effective-to = Jusqu’au { $to } ; le premier jour n’est pas indiqué ici
effective-unknown = Aucune date n’est indiquée ici
force-hard = Un délai légal. S’il est dépassé et que le document n’est pas là, la page dit « en retard » ; elle ne dit pas si quelqu’un est en faute.
force-soft = Une échéance visée. Si elle est passée, la page dit « échéance visée dépassée » ; ce n’est un manquement à rien.
force-promise = Une promesse de qui doit le document. Si elle est passée, la page dit « date promise dépassée ».
filings-public = Ce qui est déposé au titre de cette obligation devient public : une absence peut donc être recherchée.
filings-confidential = Ce qui est déposé au titre de cette obligation est confidentiel : personne ne peut voir de l’extérieur si un document a été déposé. L’échéance est affichée, jamais comme manquée. Aucun jour n’est compté tant qu’aucun document n’est public, et ces décomptes ne viennent jamais en tête d’une liste.
monday-to-friday = du lundi au vendredi
calendar-named = calendrier « { $title } »
calendar-lists = Calendrier : { $title }.
calendar-lists-days-off = Le calendrier « { $title } » recense des jours chômés.
calendar-lists-legal-periods = Le calendrier « { $title } » recense des jours qui ne comptent pas dans les délais légaux.
counted-nothing = Rien à compter
counted-fixed = Le jour est fixe ; le document est dû au plus tard à la fin de ce jour.
counted-repeated = Même quantième d’un mois ou d’une année ultérieurs, jusqu’à la fin du jour ; week-ends et jours fériés comptent.
counted-hours-full = En heures, dès l’heure pleine suivante, nuits, week-ends et jours fériés compris.
counted-hours = En heures, nuits, week-ends et jours fériés compris.
counted-working-days = En jours ouvrés ; le jour de départ ne compte pas, le dernier compte jusqu’à sa fin.
counted-days = Tous les jours du calendrier ; le jour de départ ne compte pas, le dernier compte jusqu’à sa fin.
counted-months = Jusqu’à la fin du même quantième d’un mois ultérieur, ou du dernier jour de ce mois ; week-ends et jours fériés comptent.
working-days-of = Jours ouvrés : { $calendar }.
moves-next = Un dernier jour non ouvré est reporté au suivant ({ $calendar }).
moves-next-noon = Un dernier jour non ouvré est reporté au suivant à midi ({ $calendar }).
moves-back = Un dernier jour non ouvré est ramené au précédent ({ $calendar }).
example-start = { $what } : { $at }
example-then = { $first } ; { $then }
example-awaited = { $document } (attente en cours), échéance { $date }

## Agenda

agenda-calendar = S’abonner à ce calendrier
agenda-calendar-that = { $link } depuis un logiciel d’agenda.
agenda-empty = Rien à signaler. Cette page énumère les délais, échéances visées et promesses dont le jour est passé ou vient d’ici un an, les attentes qui comptent bientôt une année de plus, les vérifications à refaire, les questions sans réponse et les affirmations sans source.
agenda-no-date = sans date
agenda-passed = Dates dépassées
    .note = Délais, échéances visées et promesses dont le jour est passé, du plus ancien au plus récent
agenda-next = Prochaines échéances
    .note = Ce qui arrive à échéance d’ici un an
agenda-check = À vérifier de nouveau
    .note = Un décompte se fige, puis s’efface, jusqu’à ce que quelqu’un vérifie
agenda-replies = Réponses attendues
    .note = Questions posées, encore sans réponse
agenda-sources = Sans source
    .note = Ce que ce site affirme et ne prouve pas encore
agenda-quiet = Dans les mois à venir
agenda-quiet-due = Aucun délai, aucune échéance visée et aucune promesse suivis ici n’arrivent à leur terme d’ici au { $date }.
agenda-quiet-checks = Aucune attente ne compte une année de plus et aucune vérification n’est à refaire d’ici au { $date }.
label-due = Échéance
label-promise-due = Promesse à échéance
label-promise-unchecked = Échéance atteinte, non vérifié
label-anniversary = Anniversaire
label-round-number = Nombre rond
label-recheck = À revérifier
label-unchecked = Jamais vérifié
label-reply = Réponse attendue
label-unsourced = Sans source
label-scheduled = Programmé
label-draft = Brouillon
promised = Promis pour le { $date }.
promised-by = Promis pour le { $date } ({ $by }).
last-state = Dernier état enregistré : { $state } (le { $date }).
outcome-unknown = La suite n’est pas enregistrée.
promise-open = Elle était toujours en suspens le { $date }.
asked = Question posée le { $date }.
asked-until = Question posée le { $date }, réponse demandée d’ici au { $deadline }.
no-answer = Aucune réponse n’est enregistrée.
reply-from = Réponse ({ $of })
no-source = Aucune source n’est citée.
left-out-until = Laissé de côté jusqu’à sa date.
left-out-draft = C’est un brouillon, laissé de côté.
no-number-claimed = Aucun nombre de jours n’est avancé tant que personne n’a vérifié de nouveau.
check-was-due = La vérification suivante devait avoir lieu au plus tard le { $date } ; le décompte se fige jusqu’à ce que quelqu’un vérifie.
check-due = À vérifier de nouveau d’ici au { $date }.
anniversary = Le { $date }, cela fera { $count } { $without }, sauf parution d’ici là.
anniversary-unchecked = Le { $date }, cela fera { $count }. Aucune vérification enregistrée.
unsourced = Aucune source n’est donnée pour { $what }.
unsourced-figures =
    { $n ->
        [one] le chiffre { $figures }
       *[other] les chiffres { $figures }
    }
unsourced-findings =
    { $n ->
        [one] { $n } constat
       *[other] { $n } constats
    }

## Statistiques

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

## L’ordre du registre, la recherche, les corrections

docket-newest = Registre par date
    .summary = Tous les documents, l’incident le plus récent en premier.
docket-title = Registre par titre
    .summary = Tous les documents, dans l’ordre des titres des incidents.
docket-due = Registre par échéance
    .summary = Tous les documents, dans l’ordre des échéances ; ceux qui n’en ont pas viennent en dernier.
search = Recherche
    .summary = Toutes les pages de ce site, d’après les mots qu’elles contiennent.
corrections = Corrections
    .summary = Toutes les erreurs corrigées sur ce site : ce qui était écrit, ce qui l’est désormais, et pourquoi.
news-feed = Fil d’actualité

## Ce que les fils annoncent

feed-corrections = { $site } : corrections
feed-of = { $site } : { $name }
news-published = { $document } : { $title }
news-delivered = Remis, non rendu public : { $title }
news-withdrawn = Retiré du web : { $title }
news-passed-hard = { $document } sur « { $title } » : délai légal dépassé
news-passed-soft = { $document } sur « { $title } » : échéance visée dépassée
news-passed-promise = { $document } sur « { $title } » : date promise dépassée
news-correction = Correction : { $title }
news-published-on = Publié ({ $date }).
news-published-by = Publié par { $by } ({ $date }).
news-delivered-on = Remis ({ $date }).
news-withdrawn-on = Le document avait été publié ; il a été retiré du web ({ $date }).
news-was-due-hard = { $document } : le délai légal courait jusqu’au { $date }. Rien n’avait été trouvé à ce terme.
news-was-due-soft = { $document } : l’échéance visée était le { $date }. Rien n’avait été trouvé à ce terme.
news-was-due-promise = { $document } : la date promise était le { $date }. Rien n’avait été trouvé à ce terme.
news-waited = { $count } { $without }
news-reached-title = { $waited } sur « { $title } »
news-reached = { $waited } : tel était le décompte au { $date }. Rien n’avait été trouvé à la fin de cette journée.
news-was = Il était écrit : « { $was } ».
news-now = Il est désormais écrit : « { $now } ».
news-ended = { $document } sur « { $title } » : l’attente a pris fin.
news-ended-after = { $document } sur « { $title } » : l’attente a pris fin après { $days }.

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

## La page de recherche

search-found =
    { $n ->
        [one] { $count } page pour « { $query } »
       *[other] { $count } pages pour « { $query } »
    }
search-none = Aucune page ne contient tous les mots de « { $query } ». Essayez avec moins de mots, ou le début d’un mot.
search-failed = L’index n’a pas pu être chargé. Réessayez plus tard, ou passez par les listes ci-dessous.
search-more = Afficher la suite
search-in = Langue
search-all-languages = Toutes les langues
search-go = Rechercher
search-no-script = La recherche demande JavaScript, que votre navigateur n’exécute pas ici. Ces listes mènent à toutes les pages.
search-lists = Listes
all-articles = Tous les articles
by-country = Par pays
by-sector = Par secteur
by-tag = Par mot-clé
kind-incident = Incident
kind-response = Réponse
kind-organisation = Organisation
kind-page = Page

## Corrections

corrections-count =
    { $n ->
        [one] { $n } correction
       *[other] { $n } corrections
    }
corrections-none = Aucune fiche de ce site n’a encore été corrigée.

## Ce qui se copie ailleurs : badges, cartes, cadres, citations

share = Partager
share-this = Partager ou intégrer ce décompte
share-frame = En cadre, qui continue de compter et s’arrête quand plus personne ne vérifie
share-markdown = En badge, au format Markdown
share-html = En badge, au format HTML
share-quotation = En citation datée, qui ne demande rien à ce site
titled = { $title } : { $what }
badge-says-published = publication { $date }
badge-says-published-after = publication { $date }, après { $days }
badge-says-published-after-start = publication { $date }, { $days } après { $start }
badge-says-closed = attente close sans rapport { $date }
badge-says-closed-after = attente close sans rapport { $date }, après { $days }
badge-says-closed-after-start = attente close sans rapport { $date }, { $days } après { $start }
badge-says-confidential = dépôt confidentiel, { $as_of }
badge-says-unchecked-since = personne n’a vérifié depuis le { $date }, { $as_of }
badge-says-uncounted = aucun jour compté, { $as_of }
badge-says-days = { $days }, { $as_of }
badge-says-unchecked = { $what } ; { $days }, { $as_of }
badge-says-paused = dont { $days } de suspension
sum-card-waiting = { $unit } sans { $document }
sum-card-waiting-from = { $unit } sans { $document } ({ $from })
sum-card-unchecked = { $unit } depuis { $start } ; parution non vérifiée : { $document }
sum-card-unchecked-from = { $unit } depuis { $start } ; parution non vérifiée : { $document } ({ $from })
sum-card-until-by =
    { $many ->
        [one] { $unit } jusqu’à la publication { $of } ({ $by })
       *[other] { $unit } jusqu’à la publication { $of } ({ $by })
    }
sum-card-until = { $unit } jusqu’à la publication { $of }
sum-card-closed = { $unit } avant que l’attente { $of } ne soit close sans document public
sum-card-closed-from = { $unit } avant que l’attente { $of } ({ $from }) ne soit close sans document public

## Une page que personne n’a actualisée

page-late = Cette page a été établie au { $date } et n’a pas été actualisée depuis. Les décomptes en cours avancent d’eux-mêmes ; des documents publiés depuis peuvent manquer.

## Secteurs ; les autres sont affichés tels que leurs auteurs les écrivent

sector-aviation = Aviation
sector-banking = Banque
sector-chemicals = Chimie
sector-cloud = Informatique en nuage
sector-data-centre = Centres de données
sector-defence = Défense
sector-digital-infrastructure = Infrastructure numérique
sector-education = Enseignement
sector-emergency-services = Services d’urgence
sector-energy = Énergie
sector-finance = Finance
sector-food = Alimentation
sector-government = Pouvoirs publics
sector-health = Santé
sector-insurance = Assurance
sector-internet = Internet
sector-justice = Justice
sector-logistics = Logistique
sector-manufacturing = Industrie manufacturière
sector-media = Médias
sector-payments = Paiements
sector-postal = Services postaux
sector-public-administration = Administration publique
sector-rail = Transport ferroviaire
sector-research = Recherche
sector-retail = Commerce de détail
sector-shipping = Transport maritime
sector-software = Logiciels
sector-space = Espace
sector-telecom = Télécommunications
sector-telecoms = Télécommunications
sector-telecommunications = Télécommunications
sector-transport = Transports
sector-waste = Déchets
sector-water = Eau
