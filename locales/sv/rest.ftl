# Fel i REST-API:et, ett meddelande per kod, följt av kodens fall.

rest-401 = Klientens autentiseringsuppgifter är ogiltiga
    .note = Identity-slutpunkten godtar inte client_id eller client_secret. När uppgifterna har bytts ut kan anropen först få 601 innan begäran om en ny token avvisas.
    .remedy = Avbryt, och begär inga fler token. Kontrollera att client_id och client_secret är fullständiga och hör till den här instansen. Om de gör det, be Marketo-administratören om giltiga autentiseringsuppgifter.

rest-413 = Begäran är för stor
    .note = Gränsen är { NUMBER($body) } MB för bodyn i en begäran och { NUMBER($import_file) } MB för en fil till Bulk Import.
    .remedy = Dela upp posterna på flera anrop, eller filen på flera importer. Om en begäran med en enda post är för stor, förkorta värdena i den. Om det inte går, lägg posten åt sidan och lämna den till utvecklaren.

rest-414 = Begärans URI är för lång
    .note = Gränsen är { NUMBER($uri) } kB. Ofta är det många eller långa värden i filterValues som tar plats.
    .remedy = Skicka begäran som POST, med _method=GET i URL:en, resten av frågesträngen i bodyn och Content-Type application/x-www-form-urlencoded. Om det inte hjälper, dela upp värdena på flera anrop. Om felet kvarstår, lämna det till utvecklaren.

rest-500 = Internt serverfel
    .note = Något oväntat inträffade i servern. Orsaken kan också vara en felaktigt uppbyggd URL. Det är inte säkert om begäran utfördes.
    .remedy = Kontrollera URL:en, och kontrollera om något skapades eller ändrades innan du upprepar anropet. Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support tillsammans med requestId.

rest-502 = Fel från en bakomliggande server (Bad Gateway)
    .note = Orsaken är troligen en timeout. Begäran kan ändå ha utförts.
    .remedy = Kontrollera om något skapades eller ändrades innan du upprepar anropet. Försök igen med exponentiell backoff, det vill säga med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support.

rest-503 = Tjänsten är inte tillgänglig
    .note = Gatewayen svarar i tjänstens ställe, oftast med en HTML-sida. Enligt svaret ligger tjänsten nere eller är överbelastad. Där framgår inte om begäran utfördes.
    .remedy = Kontrollera om något skapades eller ändrades innan du upprepar anropet. Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support.

rest-504 = Tidsgränsen överskreds i en mellanliggande server (Gateway Timeout)
    .note = Gatewayen slutade vänta på tjänsten. Begäran kan ändå ha utförts.
    .remedy = Kontrollera om något skapades eller ändrades innan du upprepar anropet. Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support.

rest-600 = Åtkomsttoken saknas
    .note = Servern hittade ingen token, varken i headern Authorization eller i access_token. Koden togs bort ur dokumentationen 2022. Sedan september 2022 svarar Marketo 603 i stället.
    .remedy = Hämta en åtkomsttoken en gång och skicka den som Bearer i headern Authorization. Om svaret blir detsamma, avbryt och låt utvecklaren kontrollera att headern verkligen skickas.

rest-601 = Ogiltig åtkomsttoken
    .note = Begäran innehöll en token, i headern Authorization eller i access_token. En token gäller i { NUMBER($token) } sekunder. Det första anropet med en token som har gått ut ger 602, senare anrop ger 601.
    .remedy = Hämta en ny åtkomsttoken från Identity en gång och skicka begäran igen. Begär inte token om och om igen, för Identity ger samma token så länge den gäller. Om 601 kommer igen med den nya tokenen, avbryt och be Marketo-administratören kontrollera client_id och client_secret.

rest-602 = Åtkomsttoken har gått ut
    .note = En token i headern Authorization eller i access_token gäller i { NUMBER($token) } sekunder. Bara det första anropet efter det ger 602, senare anrop med samma token ger 601.
    .remedy = Hämta en ny åtkomsttoken från Identity en gång och skicka begäran igen. Om 601 eller 602 kommer med den nya tokenen, avbryt och förnya inte om och om igen. Be då Marketo-administratören kontrollera client_id och client_secret.

rest-603 = Åtkomst nekad
    .note = Antingen saknar API-användarens roll en behörighet som anropet kräver, eller så är IP-adressen inte tillåten. Sedan september 2022 ger även ett anrop utan token den här koden, där det tidigare gav 600.
    .remedy = Avbryt, och kontrollera först att begäran har en token i headern Authorization. Om den har det, be Marketo-administratören kontrollera API-användarens roll och tillåtelselistan under Admin > Web Services > IP Restrictions.

rest-604 = Tidsgränsen för begäran har överskridits
    .note = Begäran drog ut på tiden, till exempel på grund av låsningar i databasen, eller passerade en gräns som angavs i en header. Gränsen är { NUMBER($shortest_timeout) } till { NUMBER($longest_timeout) } sekunder beroende på slutpunkt. Enligt Marketo utfördes begäran inte, men vid en stor batch eller ett lås är det inte säkert.
    .remedy = Kontrollera om något skapades eller ändrades innan du upprepar anropet. Försök igen med färre poster i varje begäran och med allt längre väntetid, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support tillsammans med requestId.

rest-605 = HTTP-metoden stöds inte
    .specific = HTTP-metoden ”{ $method }” stöds inte
    .note = Slutpunkten väntar sig en annan metod. Sync Leads tar till exempel emot POST, men inte GET.
    .remedy = Använd den metod som dokumentationen anger för slutpunkten. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-606 = Anropsgränsen har överskridits
    .specific = Anropsgränsen har överskridits: högst { NUMBER($calls) } anrop på { NUMBER($seconds) } sekunder
    .note = Fler än { NUMBER($calls) } anrop kom in under de senaste { NUMBER($seconds) } sekunderna. Anrop till alla API-tjänster i instansen räknas ihop.
    .remedy = Vänta { NUMBER($seconds) } sekunder före nästa anrop. Låt sedan den här integrationen göra högst { NUMBER($recommended) } anrop på { NUMBER($seconds) } sekunder. Om felet är kvar efter tre försök, avbryt och låt utvecklaren sprida ut anropen.

rest-607 = Dygnskvoten är förbrukad
    .note = Prenumerationen har gjort alla anrop som den får göra på ett dygn, vanligen { NUMBER($calls) }. Kvoten nollställs kl. 00.00 CST (midnatt, amerikansk centraltid).
    .remedy = Gör inga fler anrop förrän kvoten nollställs, och låt klientprogrammet räkna ut den lokala tiden (i Sverige är det på morgonen). Se efter hur stor kvoten är under Admin > Web Services. Om den ofta tar slut, be din kundansvariga hos Adobe (account manager) att höja den.

rest-608 = API:et är tillfälligt otillgängligt
    .note = Dokumentationen anger varken orsak eller varaktighet. Begäran utfördes inte.
    .remedy = Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support tillsammans med requestId.

rest-609 = Ogiltig JSON
    .note = Servern kunde inte tolka bodyn i begäran.
    .remedy = Pröva bodyn i en parser och rätta koden som bygger den. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-610 = Den begärda resursen hittades inte
    .note = URI:n motsvarar ingen slutpunkt i REST-API:et. Ofta är den felstavad eller felaktigt uppbyggd. Koden betyder aldrig att en post saknas.
    .remedy = Jämför URI:n med dokumentationen för slutpunkten och rätta den. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-611 = Systemfel
    .note = Ingen annan kod täcker felet. Serverns text kan säga vad som misslyckades. Det är inte säkert om begäran utfördes.
    .remedy = Läs serverns text och rätta det som den nämner. Kontrollera om något skapades eller ändrades innan du skickar begäran igen. Om texten inte hjälper, avbryt och lämna felet till utvecklaren.

rest-611-unspecified = Systemfel utan närmare uppgifter
    .note = Servern säger inte vad som misslyckades. Felet kan gå över. Begäran kan ändå ha utförts.
    .remedy = Kontrollera om något skapades eller ändrades innan du upprepar anropet. Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support tillsammans med requestId.

rest-612 = Ogiltig innehållstyp (Content-Type)
    .note = Headern Content-Type saknas, eller så passar den inte slutpunkten.
    .remedy = Skicka application/json till JSON-slutpunkter, application/x-www-form-urlencoded tillsammans med _method=GET och multipart/form-data vid import. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-613 = Ogiltig multipart-begäran
    .note = Bodyn i POST-begäran är inte uppbyggd så som formatet kräver.
    .remedy = Rätta parametern boundary och headrarna i varje del, eller låt ett bibliotek bygga bodyn som multipart/form-data. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-614 = Ogiltig prenumeration
    .note = Prenumerationen som anropet riktar sig till finns inte eller går inte att nå. Oftast är felet tillfälligt. Om värdnamnet är fel eller prenumerationen är avslutad går det inte över.
    .remedy = Kontrollera värdnamnet i URL:en. Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, avbryt och be Marketo-administratören kontrollera värdnamnet och prenumerationen.

rest-615 = Gränsen för samtidiga anrop har nåtts
    .specific = Gränsen för samtidiga anrop har nåtts: högst { NUMBER($concurrent_calls) } anrop samtidigt
    .note = Prenumerationen har redan { NUMBER($concurrent_calls) } pågående anrop. Anrop från alla integrationer i instansen räknas ihop.
    .remedy = Vänta några sekunder tills ett av de pågående anropen är klart, och försök igen. Kör högst { NUMBER($recommended) } anrop samtidigt i den här integrationen. Om felet är kvar efter tre försök, avbryt och låt utvecklaren minska antalet samtidiga anrop.

rest-616 = Fel typ av prenumeration
    .note = Custom Object Metadata API kräver en annan typ av Marketo-prenumeration.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Fråga din kundansvariga hos Adobe (account manager) eller din Customer Success Manager vilken typ som krävs och hur du får den.

rest-701 = Fältet får inte vara tomt
    .specific = Fältet ”{ $field }” får inte vara tomt
    .note = Ett fält som måste ha ett värde kom utan värde. Samma kod kommer även när ett värde är för långt.
    .remedy = Ge fältet ett värde, eller förkorta värdet om serverns text nämner en längd. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-702 = Inga data hittades eller anropet nekades
    .note = Koden har flera betydelser. Den kan stå för en sökning utan träff, för ett objekt som inte finns och, i Asset API, för ett anrop som inte är tillåtet. Serverns text visar vilket det är.
    .remedy = Läs serverns text och rätta det som den nämner. Om texten inte hjälper, avbryt och lämna felet till utvecklaren.

rest-702-no_data = Sökningen gav inga träffar
    .note = Ingen post motsvarar sökparametrarna. Många andra sökningar svarar då med success=true och en varning.
    .remedy = Tolka svaret som att inget finns, och gå vidare. Om en skrivning beror på sökningen, lägg den posten åt sidan. Om något borde ha matchat, låt utvecklaren kontrollera sökparametrarna.

rest-702-object_not_found = Objektet i begäran hittades inte
    .note = Begäran hänvisar till en tillgång (asset), en mapp eller en lista som inte finns. Objektet kan ha tagits bort.
    .remedy = Rätta id:t eller namnet i begäran, och kontrollera att objektet finns i den här instansen. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-703 = Funktionen är inte aktiverad för prenumerationen
    .note = Anropet kräver en betafunktion.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be din kundansvariga hos Adobe (account manager) att se till att funktionen aktiveras.

rest-704 = Ogiltigt datumformat
    .note = Antingen är ett datum inte skrivet så som slutpunkten kräver, eller så är ett id för dynamiskt innehåll ogiltigt.
    .remedy = Skriv datumet i det format som dokumentationen anger för slutpunkten, eller rätta id:t för det dynamiska innehållet. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-709 = Brott mot en affärsregel
    .note = Anropet gör något med en tillgång (asset) som Marketo inte tillåter. Exempel är ett e-postmeddelande utan mall och ett godkännande av en tillgång som saknar utkast. Serverns text kan säga vilken regel det är.
    .remedy = Läs serverns text, och ändra begäran eller tillgången så att regeln följs. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-709-name_taken = Namnet är upptaget
    .note = Det finns redan en tillgång (asset) med det namnet.
    .remedy = Välj ett annat namn, eller använd tillgången som redan finns. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-710 = Den överordnade mappen hittades inte
    .note = Begäran hänvisar till en mapp som inte finns.
    .remedy = Rätta den överordnade mappen i begäran, eller skapa mappen först. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-711 = Inkompatibel mapptyp
    .note = Mappen i begäran är inte av ett slag som anropet godtar.
    .remedy = Välj en mapp vars typ passar det som anropet gör. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-712 = Sammanslagning med ett personkonto (Person Account) tillåts inte
    .note = Merge Leads misslyckades. Leads som är personkonton i Salesforce (Person Accounts) måste slås samman där.
    .remedy = Ta bort dessa leads ur anropet och kontrollera om någon del av sammanslagningen fick effekt. Om begäran skickas oförändrad igen misslyckas den på samma sätt. Be Marketo-administratören se till att de slås samman i Salesforce.

rest-713 = Tillfälligt fel
    .note = En systemresurs gick inte att använda just då. Begäran kan ändå ha utförts.
    .remedy = Kontrollera om något skapades eller ändrades innan du upprepar anropet. Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support tillsammans med requestId.

rest-714 = Standardposttypen hittades inte
    .note = Merge Leads kunde inte utföras utan den.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be Marketo-administratören se till att det finns en standardposttyp. Gör om anropet först därefter.

rest-718 = ExternalSalesPersonID hittades inte
    .note = Sync Opportunities anropades med ett värde i externalSalesPersonId som inte finns.
    .remedy = Rätta externalSalesPersonId, eller skapa säljaren först. Om begäran skickas oförändrad igen misslyckas den på samma sätt.

rest-719 = Väntan på ett lås tog för lång tid
    .note = Clone Program fick inte låset i tid. Det är inte säkert om det nya programmet skapades.
    .remedy = Kontrollera om det nya programmet finns innan du upprepar anropet. Försök igen med allt längre väntetid mellan försöken, men högst tre gånger. Om felet kvarstår, lämna det till Adobes support tillsammans med requestId.

rest-1001 = T
    .note = N.
    .remedy = R.

rest-1002 = T
    .note = N.
    .remedy = R.

rest-1003 = T
    .note = N.
    .remedy = R.

rest-1003-too_many_results = T
    .note = N.
    .remedy = R.

rest-1004 = T
    .note = N.
    .remedy = R.

rest-1005 = T
    .note = N.
    .remedy = R.

rest-1006 = T
    .note = N.
    .remedy = R.

rest-1007 = T
    .note = N.
    .remedy = R.

rest-1008 = T
    .note = N.
    .remedy = R.

rest-1009 = T
    .note = N.
    .remedy = R.

rest-1010 = T
    .note = N.
    .remedy = R.

rest-1011 = T
    .note = N.
    .remedy = R.

rest-1012 = T
    .note = N.
    .remedy = R.

rest-1013 = T
    .note = N.
    .remedy = R.

rest-1013-absent = T
    .note = N.
    .remedy = R.

rest-1014 = T
    .note = N.
    .remedy = R.

rest-1015 = T
    .note = N.
    .remedy = R.

rest-1016 = T
    .note = N.
    .remedy = R.

rest-1017 = T
    .note = N.
    .remedy = R.

rest-1018 = T
    .note = N.
    .remedy = R.

rest-1019 = T
    .note = N.
    .remedy = R.

rest-1020 = T
    .note = N.
    .remedy = R.

rest-1021 = T
    .note = N.
    .remedy = R.

rest-1022 = T
    .note = N.
    .remedy = R.

rest-1025 = T
    .note = N.
    .remedy = R.

rest-1026 = T
    .note = N.
    .remedy = R.

rest-1027 = T
    .note = N.
    .remedy = R.

rest-1028 = T
    .note = N.
    .remedy = R.

rest-1029 = T
    .note = N.
    .remedy = R.

rest-1029-queue_full = T
    .note = N.
    .remedy = R.

rest-1029-export_quota_used_up = T
    .note = N.
    .remedy = R.

rest-1029-already_queued = T
    .note = N.
    .remedy = R.

rest-1035 = T
    .note = N.
    .remedy = R.

rest-1036 = T
    .note = N.
    .remedy = R.

rest-1037 = T
    .note = N.
    .remedy = R.

rest-1037-not_in_program = T
    .note = N.
    .remedy = R.

rest-1042 = T
    .note = N.
    .remedy = R.

rest-1048 = T
    .note = N.
    .remedy = R.

rest-1049 = T
    .note = N.
    .remedy = R.

rest-1076 = T
    .note = N.
    .remedy = R.

rest-1077 = T
    .note = N.
    .remedy = R.

rest-1078 = T
    .note = N.
    .remedy = R.

rest-1079 = T
    .note = N.
    .remedy = R.

rest-1080 = T
    .note = N.
    .remedy = R.
