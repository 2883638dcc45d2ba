// Spreadsheets, reports, partner portals and distributors.

#include "dataset/exports/exports.h"

namespace pegel::test {
namespace {

constexpr Export kExports[] = {
    {"Excel, Unicode text", "Unicode Text.txt", Encoding::utf16le,
     R"(Deal-Nr.	Kunde	Verkäufer	Status	Betrag	Angelegt am	Abgeschlossen am
1001	Alpha Ltd	Anna Smith	gewonnen	1.000,00	03.01.2024	02.02.2024
1002	Beta GmbH	Bob Jones	verloren	1.137,25	12.01.2024	13.02.2024
1003	Gamma, Inc.	Cara Müller	offen	1.274,50	21.01.2024	
1004	Delta B.V.	Anna Smith	gewonnen	1.411,75	30.01.2024	06.03.2024
1005	Epsilon AG	Bob Jones	gewonnen	1.549,00	08.02.2024	17.03.2024
1006	Zeta SA	Cara Müller	verloren	1.686,25	17.02.2024	28.03.2024
)",
     "deals 6: deal_id customer_id owner status amount created closed; revenue 3960.75"},
    {"Excel, CSV (Macintosh)", "Macintosh.csv", Encoding::macroman,
     R"(Deal-Nr.;Kunde;Verkäufer;Status;Betrag;Angelegt;Abgeschlossen
1001;Alpha Ltd;Anna Smith;gewonnen;1.000,00;03.01.2024;02.02.2024
1002;Beta GmbH;Bob Jones;verloren;1.137,25;12.01.2024;13.02.2024
1003;Gamma, Inc.;Cara Müller;offen;1.274,50;21.01.2024;
1004;Delta B.V.;Anna Smith;gewonnen;1.411,75;30.01.2024;06.03.2024
1005;Epsilon AG;Bob Jones;gewonnen;1.549,00;08.02.2024;17.03.2024
1006;Zeta SA;Cara Müller;verloren;1.686,25;17.02.2024;28.03.2024
)",
     "deals 6: deal_id customer_id owner status amount created closed; revenue 3960.75"},
    {"LibreOffice", "LibreOffice.csv", Encoding::utf8,
     R"("Deal-Nr.","Kunde","Verkäufer","Status","Betrag","Angelegt am","Abgeschlossen am"
1001,"Alpha Ltd","Anna Smith","gewonnen","1000,00 €","03.01.24","02.02.24"
1002,"Beta GmbH","Bob Jones","verloren","1137,25 €","12.01.24","13.02.24"
1003,"Gamma, Inc.","Cara Müller","offen","1274,50 €","21.01.24",""
1004,"Delta B.V.","Anna Smith","gewonnen","1411,75 €","30.01.24","06.03.24"
1005,"Epsilon AG","Bob Jones","gewonnen","1549,00 €","08.02.24","17.03.24"
1006,"Zeta SA","Cara Müller","verloren","1686,25 €","17.02.24","28.03.24"
)",
     "deals 6: deal_id customer_id owner status amount created closed; revenue 3960.75"},
    {"Numbers", "Numbers.csv", Encoding::utf8, R"(Tabelle 1;;;;;;
Deal-Nr.;Kunde;Verkäufer;Status;Betrag;Angelegt am;Abgeschlossen am
1001;Alpha Ltd;Anna Smith;gewonnen;1.000,00;03.01.2024;02.02.2024
1002;Beta GmbH;Bob Jones;verloren;1.137,25;12.01.2024;13.02.2024
1003;Gamma, Inc.;Cara Müller;offen;1.274,50;21.01.2024;
1004;Delta B.V.;Anna Smith;gewonnen;1.411,75;30.01.2024;06.03.2024
1005;Epsilon AG;Bob Jones;gewonnen;1.549,00;08.02.2024;17.03.2024
1006;Zeta SA;Cara Müller;verloren;1.686,25;17.02.2024;28.03.2024
)",
     "deals 6: deal_id customer_id owner status amount created closed; revenue 3960.75"},
    {"Google Sheets", "Google Sheets.csv", Encoding::utf8,
     R"(Deal ID,Customer,Owner,Won,Closed,Amount,Created,Close Date
1001,Alpha Ltd,Anna Smith,TRUE,TRUE,"€1,000.00",2024-01-03,2024-02-02
1002,Beta GmbH,Bob Jones,FALSE,TRUE,"€1,137.25",2024-01-12,2024-02-13
1003,"Gamma, Inc.",Cara Müller,FALSE,FALSE,"€1,274.50",2024-01-21,
1004,Delta B.V.,Anna Smith,TRUE,TRUE,"€1,411.75",2024-01-30,2024-03-06
1005,Epsilon AG,Bob Jones,TRUE,TRUE,"€1,549.00",2024-02-08,2024-03-17
1006,Zeta SA,Cara Müller,FALSE,TRUE,"€1,686.25",2024-02-17,2024-03-28
)",
     "deals 6: deal_id customer_id owner is_won is_closed amount created closed; revenue 3960.75"},
    {"Power BI", "data.csv", Encoding::utf8,
     R"x(Owner,Stage,Close Date,Created Date,Sum of Amount,Count of Opportunity ID
Anna Smith,Closed Won,02/02/2024 00:00:00,01/03/2024 00:00:00,1000.0,1
Bob Jones,Closed Lost,02/13/2024 00:00:00,01/12/2024 00:00:00,1137.25,1
Cara Müller,Proposal,02/24/2024 00:00:00,01/21/2024 00:00:00,1274.5,1
Anna Smith,Closed Won,03/06/2024 00:00:00,01/30/2024 00:00:00,1411.75,1
Bob Jones,Closed Won,03/17/2024 00:00:00,02/08/2024 00:00:00,1549.0,1
Cara Müller,Closed Lost,03/28/2024 00:00:00,02/17/2024 00:00:00,1686.25,1


"Applied filters:
Year is 2024
Included (1) 2024 (Year)"
)x",
     "deals 6: owner stage closed created amount -; revenue 3960.75"},
    {"Tableau crosstab", "Sheet 1_crosstab.csv", Encoding::utf16le, R"(		Month of Order Date			
Region	Category	January 2024	February 2024	March 2024	April 2024
North	Chairs	1,000	2,000	3,000	1,500
North	Tables	1,010	2,010	3,010	1,510
North	Phones	1,020	2,020	3,020	1,520
South	Chairs	1,030	2,030	3,030	1,530
South	Tables	1,040	2,040	3,040	1,540
South	Phones	1,050	2,050	3,050	1,550
East	Chairs	1,060	2,060	3,060	1,560
East	Tables	1,070	2,070	3,070	1,570
East	Phones	1,080	2,080	3,080	1,580
West	Chairs	1,090	2,090	3,090	1,590
West	Tables	1,100	2,100	3,100	1,600
West	Phones	1,110	2,110	3,110	1,610
)",
     "targets 48: scope_id - - - - -"},
    {"Access", "Auftraege.txt", Encoding::windows1252, R"("ID";"Auftragsnr";"Kunde";"Auftragsdatum";"Betrag";"Storniert"
1;"A1001";"Alpha Ltd";03.01.2024 00:00:00;1000,00 €;0
2;"A1002";"Beta GmbH";12.01.2024 00:00:00;1137,25 €;0
3;"A1003";"Gamma, Inc.";21.01.2024 00:00:00;1274,50 €;0
4;"A1004";"Delta B.V.";30.01.2024 00:00:00;1411,75 €;0
5;"A1005";"Epsilon AG";08.02.2024 00:00:00;1549,00 €;0
6;"A1006";"Zeta SA";17.02.2024 00:00:00;1686,25 €;0
)",
     "orders 6: - order_id customer_id at amount -"},
    {"1C, Armenian", "1C վաճառքներ.csv", Encoding::utf8, R"(Վաճառքների մատյան;;;;;;;
Ժամանակաշրջան: 01.01.2024 - 30.06.2024;;;;;;;
;;;;;;;
Ամսաթիվ;Համար;Գնորդ;Մենեջեր;Ապրանք;Քանակ;Գումար;Արժույթ
03.01.2024 0:00:00;ԱՎ000000001;«Alpha Ltd» ՍՊԸ;Աննա;Ապրանք 0;3,000;100 000,00;AMD
12.01.2024 0:00:00;ԱՎ000000002;«Beta GmbH» ՍՊԸ;Կարեն;Ապրանք 1;3,000;113 725,00;AMD
21.01.2024 0:00:00;ԱՎ000000003;«Gamma, Inc.» ՍՊԸ;Աննա;Ապրանք 2;3,000;127 450,00;AMD
30.01.2024 0:00:00;ԱՎ000000004;«Delta B.V.» ՍՊԸ;Կարեն;Ապրանք 0;3,000;141 175,00;AMD
08.02.2024 0:00:00;ԱՎ000000005;«Epsilon AG» ՍՊԸ;Աննա;Ապրանք 1;3,000;154 900,00;AMD
17.02.2024 0:00:00;ԱՎ000000006;«Zeta SA» ՍՊԸ;Կարեն;Ապրանք 2;3,000;168 625,00;AMD
Ընդամենը;;;;;42,000;805 875,00;
)",
     "orders 6: at order_id customer_id seller_id product qty amount currency; revenue 805875"},
    {"1C, Russian", "1C продажи.csv", Encoding::windows1251,
     R"(Дата;Номер;Контрагент;Менеджер;Номенклатура;Количество;Сумма;Валюта
03.01.2024 0:00:00;АВ000000001;ООО Ромашка;Анна;Товар;3,000;100 000,00;AMD
12.01.2024 0:00:00;АВ000000002;ООО Ромашка;Карен;Товар;3,000;113 725,00;AMD
21.01.2024 0:00:00;АВ000000003;ООО Ромашка;Анна;Товар;3,000;127 450,00;AMD
30.01.2024 0:00:00;АВ000000004;ООО Ромашка;Карен;Товар;3,000;141 175,00;AMD
08.02.2024 0:00:00;АВ000000005;ООО Ромашка;Анна;Товар;3,000;154 900,00;AMD
17.02.2024 0:00:00;АВ000000006;ООО Ромашка;Карен;Товар;3,000;168 625,00;AMD
)",
     "none"},
    {"Impartner", "DealRegistrations.csv", Encoding::utf8,
     R"(Deal Registration ID,Partner Account,Partner Tier,Deal Name,End Customer,Estimated Deal Value,Deal Currency,Deal Status,Submitted Date,Expected Close Date,Closed Date,Partner Manager
DR-1001,Partner 0,Gold,Alpha Ltd - Project 1,Alpha Ltd,"1,000.00",EUR,Closed Won,1/3/2024,2/2/2024,2/2/2024,Anna Smith
DR-1002,Partner 1,Silver,Beta GmbH - Project 2,Beta GmbH,"1,137.25",EUR,Closed Lost,1/12/2024,2/13/2024,2/13/2024,Bob Jones
DR-1003,Partner 2,Gold,"Gamma, Inc. - Project 3","Gamma, Inc.","1,274.50",EUR,Approved,1/21/2024,2/24/2024,,Cara Müller
DR-1004,Partner 3,Silver,Delta B.V. - Project 4,Delta B.V.,"1,411.75",EUR,Closed Won,1/30/2024,3/6/2024,3/6/2024,Anna Smith
DR-1005,Partner 0,Gold,Epsilon AG - Project 5,Epsilon AG,"1,549.00",EUR,Closed Won,2/8/2024,3/17/2024,3/17/2024,Bob Jones
DR-1006,Partner 1,Silver,Zeta SA - Project 6,Zeta SA,"1,686.25",EUR,Closed Lost,2/17/2024,3/28/2024,3/28/2024,Cara Müller
)",
     "deals 6: deal_id partner_id - deal_name customer_id amount currency status created expected_close closed -; "
     "revenue 3960.75"},
    {"PartnerStack", "transactions.csv", Encoding::utf8,
     R"(Transaction Key,Partner Key,Partner Name,Partner Email,Group,Customer Key,Customer Name,Product,Transaction Date,Transaction Amount,Currency,Reward Amount,Reward Status
trx_0,part_0,Partner 0,p@x.com,Affiliates,cus_0,Alpha Ltd,Pro,2024-01-03 09:30:00,1000.0,USD,200.00,Approved
trx_1,part_1,Partner 1,p@x.com,Affiliates,cus_1,Beta GmbH,Pro,2024-01-12 09:37:00,1137.25,USD,227.45,Approved
trx_2,part_2,Partner 2,p@x.com,Affiliates,cus_2,"Gamma, Inc.",Pro,2024-01-21 09:44:00,1274.5,USD,254.90,Approved
trx_3,part_3,Partner 3,p@x.com,Affiliates,cus_3,Delta B.V.,Pro,2024-01-30 09:51:00,1411.75,USD,282.35,Approved
trx_4,part_0,Partner 0,p@x.com,Affiliates,cus_4,Epsilon AG,Pro,2024-02-08 09:58:00,1549.0,USD,309.80,Approved
trx_5,part_1,Partner 1,p@x.com,Affiliates,cus_5,Zeta SA,Pro,2024-02-17 10:05:00,1686.25,USD,337.25,Approved
)",
     "orders 6: order_id partner_id - - team customer_id - product at amount currency commission -; revenue 8058.75"},
    {"Allbound", "allbound_partners.csv", Encoding::utf8,
     R"(Partner Name,Partner Type,Partner Tier,Status,Partner Since,Region,Channel Account Manager,Users,Last Login,Registered Deals,Pipeline Value
Partner 0,Reseller,Gold,Active,2024-01-03,EMEA,Anna Smith,5,2024-02-02 09:30:00,3,1000.0
Partner 1,Reseller,Silver,Active,2024-01-12,APAC,Bob Jones,5,2024-02-13 09:37:00,3,1137.25
Partner 2,Reseller,Bronze,Active,2024-01-21,EMEA,Cara Müller,5,2024-02-24 09:44:00,3,1274.5
Partner 3,Reseller,Gold,Active,2024-01-30,APAC,Anna Smith,5,2024-03-06 09:51:00,3,1411.75
Partner 4,Reseller,Silver,Active,2024-02-08,EMEA,Bob Jones,5,2024-03-17 09:58:00,3,1549.0
Partner 5,Reseller,Bronze,Active,2024-02-17,APAC,Cara Müller,5,2024-03-28 10:05:00,3,1686.25
)",
     "partners 6: partner_id segment tier - joined region owner - - - -"},
    {"genealogy of distributors", "genealogy.csv", Encoding::utf8,
     R"(Level,Distributor ID,Name,Sponsor ID,Sponsor Name,Enroller ID,Paid As Rank,Highest Rank,Enroll Date,Status,PV,GV,Country,Email,Phone
0,100200,Joe Doe0,,Joe,,Member,Director,1/3/2024,Active,100.00,1000.00,US,j@x.com,555
1,100201,Joe Doe1,100200,Joe,100200,Director,Director,1/12/2024,Inactive,101.00,1001.00,US,j@x.com,555
2,100202,Joe Doe2,100201,Joe,100201,Member,Director,1/21/2024,Terminated,102.00,1002.00,US,j@x.com,555
3,100203,Joe Doe3,100201,Joe,100201,Director,Director,1/30/2024,Active,103.00,1003.00,US,j@x.com,555
0,100204,Joe Doe4,100202,Joe,100202,Member,Director,2/8/2024,Inactive,104.00,1004.00,US,j@x.com,555
1,100205,Joe Doe5,100202,Joe,100202,Director,Director,2/17/2024,Terminated,105.00,1005.00,US,j@x.com,555
)",
     "distributors 6: - distributor_id name sponsor_id - - rank - enrolled - - - region - -; new_distributors 6"},
    {"orders of distributors", "distributor_orders.csv", Encoding::utf8,
     R"(Order ID,Distributor ID,Distributor Name,Order Date,Order Type,Item,Qty,PV,CV,Subtotal,Tax,Shipping,Total,Status
O1001,100200,Joe,1/3/2024,Autoship,Shake,2,100,80,"1,000.00",1.00,5.00,"1,006.00",Shipped
O1002,100201,Joe,1/12/2024,Autoship,Shake,2,100,80,"1,137.25",1.00,5.00,"1,143.25",Shipped
O1003,100202,Joe,1/21/2024,Autoship,Shake,2,100,80,"1,274.50",1.00,5.00,"1,280.50",Shipped
O1004,100203,Joe,1/30/2024,Autoship,Shake,2,100,80,"1,411.75",1.00,5.00,"1,417.75",Shipped
O1005,100204,Joe,2/8/2024,Autoship,Shake,2,100,80,"1,549.00",1.00,5.00,"1,555.00",Shipped
O1006,100200,Joe,2/17/2024,Autoship,Shake,2,100,80,"1,686.25",1.00,5.00,"1,692.25",Shipped
)",
     "orders 6: order_id distributor_id - at - product qty - - amount - - - order_status; revenue 8058.75"},
};

TEST(Exports, OfSpreadsheetsAreUnderstoodWithNoHint) { expect_understood(kExports); }

}  // namespace
}  // namespace pegel::test
