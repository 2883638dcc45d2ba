// What advertising cost and brought.

#include "dataset/exports/exports.h"

namespace pegel::test {
namespace {

constexpr Export kExports[] = {
    {"Google Ads", "Campaign report.csv", Encoding::utf8, R"(Campaign report
"January 1, 2024 - January 14, 2024"
Day,Campaign status,Campaign,Currency code,Budget,Status,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions,Cost / conv.
2024-01-01,Enabled,Brand,EUR,25.00,Eligible,"1,000",50,5.00%,0.20,10.00,2.00, --
2024-01-02,Enabled,Generic,EUR,25.00,Eligible,"1,010",51,5.00%,0.20,11.50,2.00,5.00
2024-01-03,Enabled,Brand,EUR,25.00,Eligible,"1,020",52,5.00%,0.20,13.00,2.00,5.00
2024-01-04,Enabled,Generic,EUR,25.00,Eligible,"1,030",53,5.00%,0.20,14.50,2.00,5.00
2024-01-05,Enabled,Brand,EUR,25.00,Eligible,"1,040",54,5.00%,0.20,16.00,2.00,5.00
2024-01-06,Enabled,Generic,EUR,25.00,Eligible,"1,050",55,5.00%,0.20,17.50,2.00, --
Total: Campaigns, --, --,EUR,50.00, --,"14,910",791,5.3%,0.20,82.50,28.00,9.88
Total: Account, --, --,EUR,50.00, --,"14,910",791,5.3%,0.20,82.50,28.00,9.88
)",
     "spend 6: period_start - campaign currency - - - - - - amount - -"},
    {"Google Ads, UTF-16", "Campaign report utf16.csv", Encoding::utf16le, R"(Campaign report
January 1, 2024 - January 14, 2024
Day	Campaign status	Campaign	Currency code	Budget	Status	Impr.	Clicks	CTR	Avg. CPC	Cost	Conversions	Cost / conv.
2024-01-01	Enabled	Brand	EUR	25.00	Eligible	1,000	50	5.00%	0.20	10.00	2.00	 --
2024-01-02	Enabled	Generic	EUR	25.00	Eligible	1,010	51	5.00%	0.20	11.50	2.00	5.00
2024-01-03	Enabled	Brand	EUR	25.00	Eligible	1,020	52	5.00%	0.20	13.00	2.00	5.00
2024-01-04	Enabled	Generic	EUR	25.00	Eligible	1,030	53	5.00%	0.20	14.50	2.00	5.00
2024-01-05	Enabled	Brand	EUR	25.00	Eligible	1,040	54	5.00%	0.20	16.00	2.00	5.00
2024-01-06	Enabled	Generic	EUR	25.00	Eligible	1,050	55	5.00%	0.20	17.50	2.00	 --
Total: Campaigns	 --	 --	EUR	50.00	 --	14,910	791	5.3%	0.20	82.50	28.00	9.88
Total: Account	 --	 --	EUR	50.00	 --	14,910	791	5.3%	0.20	82.50	28.00	9.88
)",
     "spend 6: period_start - campaign currency - - - - - - amount - -"},
    {"Google Ads, German", "Kampagnenbericht.csv", Encoding::utf8, R"(Kampagnenbericht
1. Januar 2024 - 14. Januar 2024
Tag,Kampagnenstatus,Kampagne,Währungscode,Budget,Impr.,Klicks,CTR,Durchschn. CPC,Kosten,Conversions
2024-01-01,Aktiviert,Marke,EUR,"25,00",1.000,50,"5,00 %","0,20","10,00","2,00"
2024-01-02,Aktiviert,Generisch,EUR,"25,00",1.010,51,"5,00 %","0,20","11,50","2,00"
2024-01-03,Aktiviert,Marke,EUR,"25,00",1.020,52,"5,00 %","0,20","13,00","2,00"
2024-01-04,Aktiviert,Generisch,EUR,"25,00",1.030,53,"5,00 %","0,20","14,50","2,00"
2024-01-05,Aktiviert,Marke,EUR,"25,00",1.040,54,"5,00 %","0,20","16,00","2,00"
2024-01-06,Aktiviert,Generisch,EUR,"25,00",1.050,55,"5,00 %","0,20","17,50","2,00"
Gesamt: Konto, --, --,EUR,"50,00",14.910,791,"5,30 %","0,20","82,50","28,00"
)",
     "spend 6: period_start - campaign currency - - - - - amount -"},
    {"Meta Ads", "Acme-Campaigns-1-Jan-2024-14-Jan-2024.csv", Encoding::utf8,
     R"x(Reporting starts,Reporting ends,Campaign name,Campaign delivery,Attribution setting,Results,Result indicator,Reach,Frequency,Cost per results,Budget,Budget type,Amount spent (EUR),Ends,Impressions,"CPM (cost per 1,000 impressions) (EUR)",Link clicks
2024-01-01,2024-01-01,Brand,active,7-day click,3,actions:lead,900,1.1,3.3,25,Daily,10.00,Ongoing,1000,10.0,40
2024-01-02,2024-01-02,Generic,active,7-day click,3,actions:lead,900,1.1,3.3,25,Daily,11.50,Ongoing,1000,10.0,40
2024-01-03,2024-01-03,Brand,active,7-day click,3,actions:lead,900,1.1,3.3,25,Daily,13.00,Ongoing,1000,10.0,40
2024-01-04,2024-01-04,Generic,active,7-day click,3,actions:lead,900,1.1,3.3,25,Daily,14.50,Ongoing,1000,10.0,40
2024-01-05,2024-01-05,Brand,active,7-day click,3,actions:lead,900,1.1,3.3,25,Daily,16.00,Ongoing,1000,10.0,40
2024-01-06,2024-01-06,Generic,active,7-day click,3,actions:lead,900,1.1,3.3,25,Daily,17.50,Ongoing,1000,10.0,40
)x",
     "spend 6: period_start period_end campaign - - - - - - - - - amount - - - -"},
    {"Meta Ads, German", "Acme-Kampagnen.csv", Encoding::utf8,
     R"x("Berichtsstart","Berichtsende","Name der Kampagne","Auslieferung der Kampagne","Attributionseinstellung","Ergebnisse","Ergebnisindikator","Reichweite","Häufigkeit","Kosten pro Ergebnis","Budget der Anzeigengruppe","Ausgegebener Betrag (EUR)","Ende","Impressionen","Link-Klicks"
"2024-01-01","2024-01-01","Brand","active","7-Tage-Klick","3","actions:lead","900","1.1","3.3","25","10.00","Fortlaufend","1000","40"
"2024-01-02","2024-01-02","Generic","active","7-Tage-Klick","3","actions:lead","900","1.1","3.3","25","11.50","Fortlaufend","1000","40"
"2024-01-03","2024-01-03","Brand","active","7-Tage-Klick","3","actions:lead","900","1.1","3.3","25","13.00","Fortlaufend","1000","40"
"2024-01-04","2024-01-04","Generic","active","7-Tage-Klick","3","actions:lead","900","1.1","3.3","25","14.50","Fortlaufend","1000","40"
"2024-01-05","2024-01-05","Brand","active","7-Tage-Klick","3","actions:lead","900","1.1","3.3","25","16.00","Fortlaufend","1000","40"
"2024-01-06","2024-01-06","Generic","active","7-Tage-Klick","3","actions:lead","900","1.1","3.3","25","17.50","Fortlaufend","1000","40"
)x",
     "spend 6: period_start period_end campaign - - - - - - - - amount - - -"},
    {"Meta Ads, Dutch", "Acme-Campagnes.csv", Encoding::utf8,
     R"x("Rapportage begint","Rapportage eindigt","Campagnenaam","Weergave van campagne","Resultaten","Bereik","Besteed bedrag (EUR)","Einde","Weergaven","Klikken op link"
"2024-01-01","2024-01-01","Brand","active","3","900","10.00","Doorlopend","1000","40"
"2024-01-02","2024-01-02","Generic","active","3","900","11.50","Doorlopend","1000","40"
"2024-01-03","2024-01-03","Brand","active","3","900","13.00","Doorlopend","1000","40"
"2024-01-04","2024-01-04","Generic","active","3","900","14.50","Doorlopend","1000","40"
"2024-01-05","2024-01-05","Brand","active","3","900","16.00","Doorlopend","1000","40"
"2024-01-06","2024-01-06","Generic","active","3","900","17.50","Doorlopend","1000","40"
)x",
     "spend 6: period_start period_end campaign - - - amount - - -"},
    {"LinkedIn Ads", "account_campaign_performance_report.csv", Encoding::utf16le,
     R"(Campaign Performance Report (in UTC)
Report Start: January 1, 2024, 12:00 AM
Report End: January 14, 2024, 11:59 PM
Date Generated: January 15, 2024, 9:05 AM

Start Date (in UTC)	Account Name	Currency	Campaign Group ID	Campaign Group Name	Campaign ID	Campaign Name	Campaign Type	Total Spent	Impressions	Clicks	Average CTR	Leads
01/01/2024	Acme	EUR	600	Group	70	Brand	Sponsored Content	10.00	1,000	50	5.00%	2
01/02/2024	Acme	EUR	600	Group	70	Brand	Sponsored Content	11.50	1,000	50	5.00%	2
01/03/2024	Acme	EUR	600	Group	70	Brand	Sponsored Content	13.00	1,000	50	5.00%	2
01/04/2024	Acme	EUR	600	Group	70	Brand	Sponsored Content	14.50	1,000	50	5.00%	2
01/05/2024	Acme	EUR	600	Group	70	Brand	Sponsored Content	16.00	1,000	50	5.00%	2
01/06/2024	Acme	EUR	600	Group	70	Brand	Sponsored Content	17.50	1,000	50	5.00%	2
)",
     "spend 6: period_start - currency - - - campaign - amount - - - -"},
    {"Google Analytics 4", "data-export.csv", Encoding::utf8, R"(# ----------------------------------------
# Traffic acquisition: Session primary channel group (Default Channel Group)
# Account: Acme
# Property: Acme - GA4
# ----------------------------------------
#
# All Users
# Start date: 20240101
# End date: 20240131
Session primary channel group (Default Channel Group),Sessions,Engaged sessions,Engagement rate,Average engagement time per session,Events per session,Event count,Key events,Session key event rate,Total revenue
,4000,2000,0.5,30.5,4,16000,20,0.005,0,Grand total
Organic Search,1000,500,0.5,30.5,4,4000,5,0.005,0
Direct,900,500,0.5,30.5,4,4000,5,0.005,0
Paid Search,800,500,0.5,30.5,4,4000,5,0.005,0
Referral,700,500,0.5,30.5,4,4000,5,0.005,0

# All Users
# Start date: 20240101
# End date: 20240131
Nth day,Organic Search,Direct
0000,30,20
0001,31,21
0002,32,22
0003,33,23
0004,34,24
0005,35,25
0006,36,26
0007,37,27
0008,38,28
0009,39,29
)",
     "sessions 4: channel visits - - - - - - - -"},
    {"Matomo", "Export _ Visits Summary _ January 2024.csv", Encoding::utf16le,
     R"(Date,Unique visitors,Visits,Actions,Maximum actions in one visit,Bounces,Total time spent by visitors (in seconds),Visits with Conversions,Conversions,Revenue
2024-01-01,90,100,300,12,40,9000,3,3,0
2024-01-02,91,101,300,12,40,9000,3,3,0
2024-01-03,92,102,300,12,40,9000,3,3,0
2024-01-04,93,103,300,12,40,9000,3,3,0
2024-01-05,94,104,300,12,40,9000,3,3,0
2024-01-06,95,105,300,12,40,9000,3,3,0
)",
     "sessions 6: at - visits - - - - - - -; website_visits 615"},
    {"Mailchimp", "campaigns.csv", Encoding::utf8,
     R"(Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Total Bounces,Times Forwarded,Forwarded Opens,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints,Unique Id,Total Orders,Total Gross Sales,Total Revenue
News 0,Hello,Main,"Jan 01, 2024 09:30 am",Monday,1000,990,5,5,10,0,0,300,30.30%,400,50,5.05%,60,2,0,abc0,0,0,0
News 1,Hello,Main,"Jan 02, 2024 09:30 am",Tuesday,1000,990,5,5,10,0,0,300,30.30%,400,50,5.05%,60,2,0,abc1,0,0,0
News 2,Hello,Main,"Jan 03, 2024 09:30 am",Wednesday,1000,990,5,5,10,0,0,300,30.30%,400,50,5.05%,60,2,0,abc2,0,0,0
News 3,Hello,Main,"Jan 04, 2024 09:30 am",Thursday,1000,990,5,5,10,0,0,300,30.30%,400,50,5.05%,60,2,0,abc3,0,0,0
News 4,Hello,Main,"Jan 05, 2024 09:30 am",Friday,1000,990,5,5,10,0,0,300,30.30%,400,50,5.05%,60,2,0,abc4,0,0,0
News 5,Hello,Main,"Jan 06, 2024 09:30 am",Saturday,1000,990,5,5,10,0,0,300,30.30%,400,50,5.05%,60,2,0,abc5,0,0,0
)",
     "none"},
    {"Facebook lead ads", "fb_leads.csv", Encoding::utf16le,
     R"(id	created_time	ad_id	ad_name	adset_id	adset_name	campaign_id	campaign_name	form_id	form_name	is_organic	platform	full_name	email	company_name
l:123456789000	2024-01-03T09:30:00+01:00	ag:1	Ad	as:1	Set	c:1	Brand	f:1	Form	false	fb	Joe 0	joe0@x.com	Alpha Ltd
l:123456789001	2024-01-12T09:37:00+01:00	ag:1	Ad	as:1	Set	c:1	Generic	f:1	Form	false	ig	Joe 1	joe1@x.com	Beta GmbH
l:123456789002	2024-01-21T09:44:00+01:00	ag:1	Ad	as:1	Set	c:1	Brand	f:1	Form	false	fb	Joe 2	joe2@x.com	Gamma, Inc.
l:123456789003	2024-01-30T09:51:00+01:00	ag:1	Ad	as:1	Set	c:1	Generic	f:1	Form	false	ig	Joe 3	joe3@x.com	Delta B.V.
l:123456789004	2024-02-08T09:58:00+01:00	ag:1	Ad	as:1	Set	c:1	Brand	f:1	Form	false	fb	Joe 4	joe4@x.com	Epsilon AG
l:123456789005	2024-02-17T10:05:00+01:00	ag:1	Ad	as:1	Set	c:1	Generic	f:1	Form	false	ig	Joe 5	joe5@x.com	Zeta SA
)",
     "leads 6: lead_id created - - - - - campaign - - - channel name - customer_id; lead_count 6"},
    {"Microsoft Ads", "Microsoft Ads.csv", Encoding::utf8, R"x("Report Name: Campaign_Performance"
"Report Time: 1/1/2024,1/14/2024"
"Time Zone: (GMT+01:00) Amsterdam"
"Last Completed Available Day: 1/14/2024"
"Last Completed Available Hour: 1/15/2024 9:00:00 AM (GMT)"
"Report Aggregation: Daily"
"Report Filter: "
"Potential Incomplete Data: false"
"Rows: 6"

"Gregorian date","Account name","Campaign name","Currency code","Impressions","Clicks","CTR","Average CPC","Spend","Conversions"
"01/01/2024","Acme","Brand","EUR","1000","50","5.00%","0.20","10.00","2"
"01/02/2024","Acme","Generic","EUR","1000","50","5.00%","0.20","11.50","2"
"01/03/2024","Acme","Brand","EUR","1000","50","5.00%","0.20","13.00","2"
"01/04/2024","Acme","Generic","EUR","1000","50","5.00%","0.20","14.50","2"
"01/05/2024","Acme","Brand","EUR","1000","50","5.00%","0.20","16.00","2"
"01/06/2024","Acme","Generic","EUR","1000","50","5.00%","0.20","17.50","2"

"©2024 Microsoft Corporation. All rights reserved. "
)x",
     "spend 6: period_start - campaign currency - - - - amount -"},
    {"Google Ads, Dutch", "Campagnerapport.csv", Encoding::utf8, R"(Campagnerapport
1 januari 2024 - 14 januari 2024
Dag,Campagnestatus,Campagne,Valutacode,Budget,Vert.,Klikken,CTR,Gem. CPC,Kosten,Conversies
2024-01-01,Ingeschakeld,Merk,EUR,"25,00",1.000,50,"5,00%","0,20","10,00","2,00"
2024-01-02,Ingeschakeld,Generiek,EUR,"25,00",1.010,51,"5,00%","0,20","11,50","2,00"
2024-01-03,Ingeschakeld,Merk,EUR,"25,00",1.020,52,"5,00%","0,20","13,00","2,00"
2024-01-04,Ingeschakeld,Generiek,EUR,"25,00",1.030,53,"5,00%","0,20","14,50","2,00"
2024-01-05,Ingeschakeld,Merk,EUR,"25,00",1.040,54,"5,00%","0,20","16,00","2,00"
2024-01-06,Ingeschakeld,Generiek,EUR,"25,00",1.050,55,"5,00%","0,20","17,50","2,00"
Totaal: account, --, --,EUR,"50,00",14.910,791,"5,30%","0,20","82,50","28,00"
)",
     "spend 6: period_start - campaign currency - - - - - amount -"},
};

TEST(Exports, OfAdvertisingAreUnderstoodWithNoHint) { expect_understood(kExports); }

}  // namespace
}  // namespace pegel::test
