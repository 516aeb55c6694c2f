# Sidans egna ord. Det som sägs om koder och svar finns i katalogen; etiketterna i ett svar är kommandots
# (crates/felkod-cli/locales).

language = Svenska
site-description = Klistra in det som Marketo svarade och läs vad du ska göra. Alla felkoder i Marketos API:er, förklarade. Inget lämnar din webbläsare.
skip = Till innehållet
nav = Sidor
nav-start = Läs ett svar
nav-codes = Alla koder
nav-guides = Guider
footer = felkod { $version }. MIT eller Apache-2.0. Marketo och Adobe är varumärken som tillhör sin ägare; felkod är ett fristående projekt.
footer-facts = Siffrorna är Marketos per 2026-08-17. En prenumeration kan ha andra.

# Startsidan.
start-title = Vad svarade Marketo?
start-lead = Klistra in ett svar, en logg, ett undantag eller inspelad trafik (en HAR-fil). Du ser vad som gick fel, vad du ska göra och om och när du kan försöka igen.
start-private = Allt sker i din webbläsare. Inget skickas, sparas eller hamnar i en adress.
start-field = Klistra in här
start-placeholder = { "{" }"requestId":"e42b#14272d07d78","success":false,"errors":[{ "{" }"code":"606", …
start-file = Välj en fil
start-drop = eller släpp den var som helst på sidan
start-example = Visa ett exempel
start-clear = Töm
start-known = Vad vet du om anropet?
start-known-hint = Behövs bara när det inte framgår av texten.
start-status = HTTP-status
start-wait = Headern Retry-After, i sekunder
start-api = API
start-api-unknown = framgår av texten
start-request = Begäran
start-request-unknown = okänd
start-request-read = läser (GET, Describe, en sökning)
start-request-upsert = skapar eller uppdaterar (createOrUpdate)
start-request-create = skapar, skickar eller startar något
start-insists = Det är ofarligt att skicka begäran två gånger
start-reading = Läser …
start-no-script = Sidan behöver JavaScript för att läsa ett svar. Utan JavaScript kan du slå upp koden i listan över alla koder.
start-no-wasm = Läsaren kunde inte startas i den här webbläsaren. Den behöver WebAssembly och en webbläsare från 2023 eller senare. Listan över alla koder fungerar ändå.
start-failed = Texten kunde inte läsas: { $error }
start-too-large = Filen är större än { $megabytes } MB. Använd kommandot i stället: felkod scan FIL
start-large = { $size } MB text, för mycket för fältet. Så här börjar den:
start-common = Vanliga koder
start-no-codes = Ingen kod till hands?
start-no-codes-text = Sök bland alla koder på det som servern svarade.

# Det som hittades.
found-heading = Det här betyder det
found-count = { $number } svar hittades
found-count-errors = { $number } svar hittades, { $failed } med fel
found-summary = Vilka fel, och hur många gånger
found-times = Antal
found-more =
    Visa { $count ->
        [one] ett till
       *[other] { $count } till
    }
found-line = Rad { $line }
found-wrapped = i { $wrapping }
found-hint-request = Vad du ska göra beror på begäran. Om du vet vilken det var, välj den under ”Vad vet du om anropet?”.
found-hint-known = Om du vet HTTP-statusen eller vilket API det gäller, ange det under ”Vad vet du om anropet?”.
found-page = Allt om { $code }
found-json = Som JSON
found-copy-json = Kopiera JSON
copied = Kopierat
copy-failed = Webbläsaren tillåter inte kopiering. Markera texten och kopiera den.

# Hemligheter.
secrets-heading = Det du klistrade in
secrets-none = Inga autentiseringsuppgifter eller personuppgifter hittades i texten.
secrets-failed = Det gick inte att söka efter autentiseringsuppgifter och personuppgifter i texten, eftersom en del av sidan inte kunde läsas in.
secrets-found =
    { $count ->
        [one] På { $number } ställe finns en hemlighet eller personuppgifter. Det är markerat.
       *[other] På { $number } ställen finns hemligheter eller personuppgifter. De är markerade.
    }
secrets-copy = Kopiera utan hemligheter
secrets-show = Visa texten med markeringar
secrets-cut = Bara början visas. ”{ $button }” kopierar hela texten.
secrets-check = Läs igenom kopian innan du skickar den vidare: ett program kan inte veta allt som är personligt.

# Sidan om en kod.
code-found-by = Så ser { $code } ut i svaret
code-wire-note = Från felkods simulator. Marketos texter varierar; bara numret avgör vilket fel det är.
code-status = HTTP-status { $status }
code-cases = Ett nummer, flera betydelser
code-cases-note = Nivån eller serverns meddelande avgör vilken som gäller. Om ingen stämmer gäller det som står ovan.
code-decision = Försöka igen?
code-decision-note = Enligt felkods standardpolicy, om samma fel returneras varje gång. Väntetiderna visas utan slumpmässig del.
code-request = Begäran
code-decided = Gör så här
code-all-requests = alla
code-limits = Gränser
code-limit = Gräns
code-figure = Siffra
code-scope = Räknas per
code-resets = Nollställs
code-recommended = Rekommenderat
code-facts = Fakta
code-names = Vad koden heter
code-names-language = Språk
code-names-name = Namn
code-command = Kommandot
code-replaces = Ersätter
code-previous = Föregående: { $code }
code-next = Nästa: { $code }
code-pages = Andra koder
code-basis = Rådets källa
code-api = API
code-http = HTTP-status som säger samma sak
code-exempt = Hur anropet räknas
code-figure-unit = { $figure } { $unit }
code-figure-per = { $figure } på { $per }
code-per-day = ett dygn
code-per-seconds = { $seconds } sekunder

# Beslut i följd.
retry-after = Försök igen efter { $waits }
retry-same = Försök igen { $count } gånger med { $wait } mellanrum
retry-growing = Försök igen efter { $first }, { $second } … { $last }, totalt { $count } gånger
retry-reset = Försök igen en gång när kvoten har nollställts
retry-day = Försök igen en gång ett dygn senare
renew-access_token = Hämta en ny token och försök igen genast
renew-timestamp = Skapa en ny tidsstämpel och en ny signatur och försök igen genast
give-up-to = { $end }; vänd dig till { $who }
done-absent = Inget behöver skickas igen: det finns inte
done-aside = Inget behöver skickas igen: lägg posten åt sidan

# Gränser.
limit-calls = anrop
limit-concurrent_calls = samtidiga anrop
limit-token = åtkomsttokens ålder
limit-uri = URI:ns längd
limit-body = bodyns storlek
limit-import_file = importfilens storlek
limit-export_megabytes = exporterade data
limit-queued_exports = exporter i kön
limit-running_exports = exporter igång
limit-queued_imports = importer i kön
limit-running_imports = importer igång
limit-program_members = medlemmar i ett program
limit-list_members = medlemmar i en lista
limit-lead_keys = leadnycklar
limit-lead_ids = lead-id:n
limit-results = resultat
limit-days = tidsintervall
limit-bytes = postens storlek
limit-secondary_attributes = sekundära attribut
limit-years_ahead = år framåt
limit-clones = kloningar
limit-shortest_timeout = kortaste tidsgräns
limit-longest_timeout = längsta tidsgräns

# Listan.
list-title = Alla koder
list-lead = { $count } koder i SOAP, REST och Data Ingestion. Marketo tog bort SOAP-API:et 2026-07-31; koderna finns kvar för arkiv och migreringar.
list-search = Sök
list-search-hint = Ett nummer, ett namn, ett ord på svenska eller engelska eller serverns meddelande.
list-any = alla
list-shown =
    { $count ->
        [one] 1 kod
       *[other] { $count } koder
    }
list-none = Ingen kod matchar. Om du har hela svaret, klistra in det på startsidan.
list-api = API
list-category = Kategori
list-advice = Råd
list-retry = Skicka igen
list-code = Kod
list-meaning = Betydelse
list-reset = Visa alla


# Guider.
guides-title = Guider
guide-decisions-code = Kod
guide-decisions-read = En begäran som läser eller som går att upprepa
guide-decisions-upsert = En upsert, om det skiljer sig
guide-decisions-create = En begäran som skapar, skickar eller startar något, om det skiljer sig
guide-decisions-source = Källa
guide-decisions-peers = Andra produkter
guide-soap-code = SOAP-kod
guide-soap-rest = REST-kod
guide-soap-none = ingen; se rådet
guide-limits-code = Kod
clock-title = Nästa nollställning
clock-static = Marketo nollställer dygnskvoterna kl. 06.00 UTC (midnatt CST), eventuellt kl. 05.00 UTC under amerikansk sommartid.

source-vendor = Marketo
source-inferred = felkod

peers-by = skickas igen av { $products }
peers-final = { $final } avbryter
peers-retried = { $retried } skickar igen
peers-both = { $final } avbryter, { $retried } skickar igen
peers-hangs = andra skickar igen tills jobbet hänger sig, eller aldrig
