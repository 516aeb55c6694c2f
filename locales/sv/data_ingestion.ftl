# Fel i Data Ingestion API, ett meddelande per kod.

data_ingestion-401013 = Ogiltig åtkomsttoken
    .note = Den token som står i headern X-Mkto-User-Token godtas inte. Den hämtas från samma Identity-slutpunkt som den för REST-API:et.
    .remedy = Hämta en ny åtkomsttoken från Identity, en enda gång, och skicka begäran igen. Om även den nya tokenen nekas, avbryt och be Marketo-administratören att kontrollera client_id och client_secret.

data_ingestion-403010 = Åtkomsttoken saknas
    .note = Begäran har ingen token i headern X-Mkto-User-Token. Det här API:et godtar ingen token i frågesträngen.
    .remedy = Hämta en åtkomsttoken från Identity, en enda gång, och skicka den i headern X-Mkto-User-Token. Om svaret blir detsamma, avbryt och låt utvecklaren kontrollera att headern verkligen skickas.

data_ingestion-404040 = Resursen hittades inte
    .note = Sökvägen i URL:en motsvarar ingen resurs i Data Ingestion API. Den innehåller instansens Munchkin-id och, för anpassade objekt, deras API-namn.
    .remedy = Kontrollera Munchkin-id:t och namnen i sökvägen, och rätta den. En oförändrad begäran ger samma fel igen.

data_ingestion-429001 = Gränsen för användning av tjänsten har nåtts
    .note = För många anrop gjordes. Varken gränsens storlek eller dess tidsfönster är dokumenterat.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Om det inte hjälper, avbryt och låt utvecklaren sprida ut anropen.

data_ingestion-4000801 = Felaktig begäran
    .note = Tjänsten kan inte behandla begäran så som den är uppbyggd. Serverns text kan säga mer.
    .remedy = Jämför bodyn och headrarna med dokumentationen för slutpunkten, och rätta dem. En oförändrad begäran ger samma fel igen.

data_ingestion-4000802 = Ogiltiga data
    .note = Begäran är rätt uppbyggd, men dess data är inte giltiga. Serverns text kan nämna fältet.
    .remedy = Läs serverns text och rätta de data som är fel. En oförändrad begäran ger samma fel igen.

data_ingestion-4030801 = Behörighet saknas
    .note = API-användaren saknar behörighet för slutpunkten: Read-Write Lead, Read-Write Company eller Read-Write Custom Object. Prenumerationen måste också omfatta Data Ingestion API.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be Marketo-administratören att kontrollera API-användarens roll och om prenumerationen omfattar API:et.

data_ingestion-4290801 = Dygnskvoten är förbrukad
    .note = Prenumerationen har förbrukat det som den får skicka till API:et under ett dygn. Varken kvotens storlek eller när den nollställs är dokumenterat.
    .remedy = Skicka inget mer i dag, och försök en gång nästa dygn. Om kvoten ofta tar slut, be din kundansvariga hos Adobe (account manager) att höja den.

data_ingestion-5000801 = Internt serverfel
    .note = Tjänsten stötte på ett oväntat fel. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar anropet, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna felet och headern X-Request-Id till Adobes support.
