## Compteurs : la phrase

sum-waiting = { $days } sans { $document }{ $about }, { $as_of }
sum-waiting-from = { $days } sans { $document } ({ $from }){ $about }, { $as_of }
sum-sentence = { $sum }.
sum-and-paused = { $sum },
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
sum-unchecked-away = { $age }. { $none } ne figure sur { $site }, et personne n’y a noté de recherche.
sum-unchecked-away-from = { $age }. { $none } ({ $from }) ne figure sur { $site }, et personne n’y a noté de recherche.
sum-about = { " " }sur « { $title } »
days-after = { $days } depuis { $start },
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
