### Ce qui se copie ailleurs : badges, cartes, cadres, citations

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
badge-says-unchecked-since = aucune vérification n’est enregistrée depuis le { $date }, { $as_of }
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
