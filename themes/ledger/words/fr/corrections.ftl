### Corrections

corrections = Corrections
    .summary = Toutes les erreurs corrigées sur ce site : ce qui était écrit, ce qui l’est désormais, et pourquoi.
corrections-count =
    { $n ->
        [one] { $n } correction
       *[other] { $n } corrections
    }
corrections-none = Aucune fiche de ce site n’a encore été corrigée.
