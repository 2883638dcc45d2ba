// Answers of survey tools.

#include "dataset/exports/exports.h"

namespace pegel::test {
namespace {

constexpr Export kExports[] = {
    {"HubSpot feedback", "feedback-submissions.csv", Encoding::utf8,
     R"("Response ID","Contact email","Contact name","Survey name","Survey type","Survey channel","Rating","Sentiment","Response","Submission date","Contact owner"
"6600","joe0@x.com","Joe Doe0","Customer Loyalty","NPS","EMAIL","10","Promoter","","2024-01-03 09:30","Anna Smith"
"6601","joe1@x.com","Joe Doe1","Customer Loyalty","NPS","EMAIL","9","Promoter","Good, thanks","2024-01-12 09:37","Bob Jones"
"6602","joe2@x.com","Joe Doe2","Customer Loyalty","NPS","EMAIL","8","Passive","","2024-01-21 09:44","Cara Müller"
"6603","joe3@x.com","Joe Doe3","Customer Loyalty","NPS","EMAIL","10","Promoter","Good, thanks","2024-01-30 09:51","Anna Smith"
"6604","joe4@x.com","Joe Doe4","Customer Loyalty","NPS","EMAIL","3","Detractor","","2024-02-08 09:58","Bob Jones"
"6605","joe5@x.com","Joe Doe5","Customer Loyalty","NPS","EMAIL","7","Passive","Good, thanks","2024-02-17 10:05","Cara Müller"
)",
     "responses 6: response_id customer_id - touchpoint question channel score - comment at -; nps 33.3333"},
    {"SurveyMonkey", "Customer Survey.csv", Encoding::utf8,
     R"(Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend Acme to a friend or colleague?,What did you like?,,,Other comments?
,,,,,,,,,,Price,Speed,Other (please specify),Open-Ended Response
1185000001,43000001,01/03/2024 09:30:00 AM,01/03/2024 09:33:00 AM,10.0.0.1,,,,,Extremely likely - 10,,,,fine
1185000011,43000001,01/12/2024 09:37:00 AM,01/12/2024 09:40:00 AM,10.0.0.1,,,,,9,Price,Speed,,
1185000021,43000001,01/21/2024 09:44:00 AM,01/21/2024 09:47:00 AM,10.0.0.1,,,,,8,,Speed,,
1185000031,43000001,01/30/2024 09:51:00 AM,01/30/2024 09:54:00 AM,10.0.0.1,,,,,Extremely likely - 10,Price,,,
1185000041,43000001,02/08/2024 09:58:00 AM,02/08/2024 10:01:00 AM,10.0.0.1,,,,,3,,Speed,,fine
1185000051,43000001,02/17/2024 10:05:00 AM,02/17/2024 10:08:00 AM,10.0.0.1,,,,,7,Price,Speed,,
)",
     "responses 6: response_id - - at - customer_id - - - score - - - -; nps 33.3333"},
    {"Qualtrics", "Acme+NPS_December+31,+2024_09.05.csv", Encoding::utf8,
     R"(StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientEmail,ExternalReference,DistributionChannel,UserLanguage,Q1_NPS_GROUP,Q1,Q2
Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient Email,External Data Reference,Distribution Channel,User Language,How likely is it that you would recommend Acme to a friend or colleague? - Group,How likely is it that you would recommend Acme to a friend or colleague?,"What is the primary reason
for your score?"
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientLastName""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
2024-01-03 09:30:00,2024-01-03 09:30:00,IP Address,10.0.0.1,100,61,True,2024-01-03 09:30:00,R_1abc00,,,,anonymous,EN,Promoter,10,
2024-01-12 09:37:00,2024-01-12 09:37:00,IP Address,10.0.0.1,100,61,True,2024-01-12 09:37:00,R_1abc01,,,,anonymous,EN,Promoter,9,"ok,
fine"
2024-01-21 09:44:00,2024-01-21 09:44:00,IP Address,10.0.0.1,100,61,True,2024-01-21 09:44:00,R_1abc02,,,,anonymous,EN,Passive,8,
2024-01-30 09:51:00,2024-01-30 09:51:00,IP Address,10.0.0.1,100,61,True,2024-01-30 09:51:00,R_1abc03,,,,anonymous,EN,Promoter,10,"ok,
fine"
2024-02-08 09:58:00,2024-02-08 09:58:00,IP Address,10.0.0.1,100,61,True,2024-02-08 09:58:00,R_1abc04,,,,anonymous,EN,Detractor,3,
2024-02-17 10:05:00,2024-02-17 10:05:00,IP Address,10.0.0.1,100,61,True,2024-02-17 10:05:00,R_1abc05,,,,anonymous,EN,Passive,7,"ok,
fine"
)",
     "responses 6: - - - - - - - at response_id - customer_id - channel language - score comment; nps 33.3333"},
    {"Typeform", "responses-abc.csv", Encoding::utf8,
     R"(#,How likely are you to recommend us to a friend or colleague?,And why?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags
abc00xyz123,10,,completed,2024-01-03 09:30:00,,2024-01-03 09:30:00,net0,
abc01xyz123,9,good,completed,2024-01-12 09:37:00,,2024-01-12 09:37:00,net1,
abc02xyz123,8,,completed,2024-01-21 09:44:00,,2024-01-21 09:44:00,net2,
abc03xyz123,10,good,completed,2024-01-30 09:51:00,,2024-01-30 09:51:00,net3,
abc04xyz123,3,,completed,2024-02-08 09:58:00,,2024-02-08 09:58:00,net4,
abc05xyz123,7,good,completed,2024-02-17 10:05:00,,2024-02-17 10:05:00,net5,
)",
     "responses 6: response_id score comment - - - at - -; nps 33.3333"},
    {"Google Forms", "Feedback form.csv", Encoding::utf8,
     R"("Timestamp","Email Address","How likely is it that you would recommend us to a friend?","What could we improve?"
"2024/01/03 9:30:07 AM GMT+1","joe0@x.com","10",""
"2024/01/12 9:37:07 AM GMT+1","joe1@x.com","9","speed"
"2024/01/21 9:44:07 AM GMT+1","joe2@x.com","8",""
"2024/01/30 9:51:07 AM GMT+1","joe3@x.com","10","speed"
"2024/02/08 9:58:07 AM GMT+1","joe4@x.com","3",""
"2024/02/17 10:05:07 AM GMT+1","joe5@x.com","7","speed"
)",
     "responses 6: at customer_id score comment; nps 33.3333"},
    {"Google Forms, German", "Umfrage (Antworten) - Formularantworten 1.csv", Encoding::utf8,
     R"(Zeitstempel,"Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",Was können wir verbessern?
03.01.2024 09:30:00,10,
12.01.2024 09:37:00,9,alles gut
21.01.2024 09:44:00,8,
30.01.2024 09:51:00,10,alles gut
08.02.2024 09:58:00,3,
17.02.2024 10:05:00,7,alles gut
)",
     "responses 6: at score comment; nps 33.3333"},
    {"Google Forms, Dutch", "Enquete (reacties).csv", Encoding::utf8,
     R"(Tijdstempel,Hoe waarschijnlijk is het dat u ons zou aanbevelen aan een vriend of collega?,Wat kunnen we verbeteren?
3-1-2024 9:30:00,10,
12-1-2024 9:37:00,9,prima
21-1-2024 9:44:00,8,
30-1-2024 9:51:00,10,prima
8-2-2024 9:58:00,3,
17-2-2024 10:05:00,7,prima
)",
     "responses 6: at score comment; nps 33.3333"},
    {"LimeSurvey", "results-survey123456.csv", Encoding::utf8,
     R"("id. Antwort ID","submitdate. Datum Abgeschickt","lastpage. Letzte Seite","startlanguage. Start-Sprache","seed. Zufallsstartwert","G01Q01. Wie wahrscheinlich ist es, dass Sie uns einem Freund weiterempfehlen?","G01Q02. Was ist der Grund für Ihre Bewertung?"
"1","2024-01-03 09:30:00","3","de","1234567800","10",""
"2","2024-01-12 09:37:00","3","de","1234567801","9","gut"
"3","2024-01-21 09:44:00","3","de","1234567802","8",""
"4","2024-01-30 09:51:00","3","de","1234567803","10","gut"
"5","2024-02-08 09:58:00","3","de","1234567804","3",""
"6","2024-02-17 10:05:00","3","de","1234567805","7","gut"
)",
     "responses 6: response_id at - language - score comment; nps 33.3333"},
    {"Microsoft Forms", "MS Forms.csv", Encoding::utf8,
     R"(ID,Start time,Completion time,Email,Name,How likely are you to recommend us to a friend or colleague? ,What could we do better?
1,1/3/24 09:30:00,1/3/24 09:30:00,joe0@x.com,Joe Doe0,10,
2,1/12/24 09:37:00,1/12/24 09:37:00,joe1@x.com,Joe Doe1,9,ok
3,1/21/24 09:44:00,1/21/24 09:44:00,joe2@x.com,Joe Doe2,8,
4,1/30/24 09:51:00,1/30/24 09:51:00,joe3@x.com,Joe Doe3,10,ok
5,2/8/24 09:58:00,2/8/24 09:58:00,joe4@x.com,Joe Doe4,3,
6,2/17/24 10:05:00,2/17/24 10:05:00,joe5@x.com,Joe Doe5,7,ok
)",
     "responses 6: response_id - at customer_id - score comment; nps 33.3333"},
    {"Microsoft Forms, German, nobody known", "MS Forms de.csv", Encoding::windows1252,
     R"(ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?;Warum?
1;03.01.2024 09:30:00;03.01.2024 09:30:00;anonymous;;10;
2;12.01.2024 09:37:00;12.01.2024 09:37:00;anonymous;;9;ok
3;21.01.2024 09:44:00;21.01.2024 09:44:00;anonymous;;8;
4;30.01.2024 09:51:00;30.01.2024 09:51:00;anonymous;;10;ok
5;08.02.2024 09:58:00;08.02.2024 09:58:00;anonymous;;3;
6;17.02.2024 10:05:00;17.02.2024 10:05:00;anonymous;;7;ok
)",
     "responses 6: response_id - at - - score comment; nps 33.3333"},
    {"Microsoft Forms, Dutch", "MS Forms nl.csv", Encoding::utf8,
     R"(Id;Begintijd;Tijd van voltooien;E-mail;Naam;Hoe waarschijnlijk is het dat u ons aanbeveelt?;Waarom?
1;03-01-2024 09:30:00;03-01-2024 09:30:00;joe0@x.nl;;10;
2;12-01-2024 09:37:00;12-01-2024 09:37:00;joe1@x.nl;;9;ok
3;21-01-2024 09:44:00;21-01-2024 09:44:00;joe2@x.nl;;8;
4;30-01-2024 09:51:00;30-01-2024 09:51:00;joe3@x.nl;;10;ok
5;08-02-2024 09:58:00;08-02-2024 09:58:00;joe4@x.nl;;3;
6;17-02-2024 10:05:00;17-02-2024 10:05:00;joe5@x.nl;;7;ok
)",
     "responses 6: response_id - at customer_id - score comment; nps 33.3333"},
    {"Delighted", "delighted-export.csv", Encoding::utf8,
     R"(ID,Survey Type,Score,Comment,Permalink,Person ID,Name,Email,Response Time (UTC),Updated At (UTC),Tags,Notes,Delighted Source,Country
3000000,nps,10,,https://delighted.com/r/0,770,Joe Doe0,joe0@x.com,2024-01-03 09:30:00,2024-02-02 09:30:00,,,Email,DE
3000001,nps,9,nice,https://delighted.com/r/1,771,Joe Doe1,joe1@x.com,2024-01-12 09:37:00,2024-02-13 09:37:00,,,Email,DE
3000002,nps,8,,https://delighted.com/r/2,772,Joe Doe2,joe2@x.com,2024-01-21 09:44:00,2024-02-24 09:44:00,,,Email,DE
3000003,nps,10,nice,https://delighted.com/r/3,773,Joe Doe3,joe3@x.com,2024-01-30 09:51:00,2024-03-06 09:51:00,,,Email,DE
3000004,nps,3,,https://delighted.com/r/4,774,Joe Doe4,joe4@x.com,2024-02-08 09:58:00,2024-03-17 09:58:00,,,Email,DE
3000005,nps,7,nice,https://delighted.com/r/5,775,Joe Doe5,joe5@x.com,2024-02-17 10:05:00,2024-03-28 10:05:00,,,Email,DE
)",
     "responses 6: response_id question score comment - customer_id - - at modified - - channel region; nps 33.3333"},
    {"AskNicely", "asknicely_responses.csv", Encoding::utf8,
     R"(Response ID,Name,Email,Company,Answer,Answer Label,Comment,Question Type,Status,Sent,Responded,Segment,Published
9900,Joe Doe0,joe0@x.com,Alpha Ltd,10,Promoter,,nps,closed,2024-01-02 09:30:00,2024-01-03 09:30:00,SMB,no
9901,Joe Doe1,joe1@x.com,Beta GmbH,9,Promoter,nice,nps,closed,2024-01-11 09:37:00,2024-01-12 09:37:00,SMB,no
9902,Joe Doe2,joe2@x.com,"Gamma, Inc.",8,Passive,,nps,closed,2024-01-20 09:44:00,2024-01-21 09:44:00,SMB,no
9903,Joe Doe3,joe3@x.com,Delta B.V.,10,Promoter,nice,nps,closed,2024-01-29 09:51:00,2024-01-30 09:51:00,SMB,no
9904,Joe Doe4,joe4@x.com,Epsilon AG,3,Detractor,,nps,closed,2024-02-07 09:58:00,2024-02-08 09:58:00,SMB,no
9905,Joe Doe5,joe5@x.com,Zeta SA,7,Passive,nice,nps,closed,2024-02-16 10:05:00,2024-02-17 10:05:00,SMB,no
)",
     "responses 6: response_id - customer_id - score - comment question - - at segment -; nps 33.3333"},
};

TEST(Exports, OfSurveysAreUnderstoodWithNoHint) { expect_understood(kExports); }

}  // namespace
}  // namespace pegel::test
