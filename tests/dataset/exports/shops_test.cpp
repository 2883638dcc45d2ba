// Orders of shops and marketplaces; payments are named, not read.

#include "dataset/exports/exports.h"

namespace pegel::test {
namespace {

constexpr Export kExports[] = {
    {"Shopify", "orders_export_1.csv", Encoding::utf8,
     R"(Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Country,Shipping Name,Shipping Country,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Id,Tags,Risk Level,Source
#1001,joe0@x.com,paid,2024-01-03 09:30:00 +0100,fulfilled,2024-01-03 09:30:00 +0100,no,EUR,1000.00,5.00,1.00,1006.00,,0.00,Standard,2024-01-03 09:30:00 +0100,1,Widget 0,10.00,,W-0,true,true,fulfilled,Joe 0,DE,,DE,,,,paypal,,0.00,Acme,0.00,,,5123456789000,,Low,web
#1002,joe1@x.com,paid,2024-01-12 09:37:00 +0100,fulfilled,2024-01-12 09:37:00 +0100,no,EUR,1137.25,5.00,1.00,1143.25,,0.00,Standard,2024-01-12 09:37:00 +0100,1,Widget 0,10.00,,W-0,true,true,fulfilled,Joe 1,DE,,DE,,,,paypal,,0.00,Acme,0.00,,,5123456789001,,Low,web
#1002,joe1@x.com,,,,,,,,,,,,,,2024-01-12 09:37:00 +0100,2,Widget 1,10.00,,W-1,true,true,fulfilled,,,,,,,,,,,Acme,,,,,,,
#1003,joe2@x.com,paid,2024-01-21 09:44:00 +0100,fulfilled,2024-01-21 09:44:00 +0100,no,EUR,1274.50,5.00,1.00,1280.50,,0.00,Standard,2024-01-21 09:44:00 +0100,1,Widget 0,10.00,,W-0,true,true,fulfilled,Joe 2,DE,,DE,,,,paypal,,0.00,Acme,0.00,,,5123456789002,,Low,web
#1003,joe2@x.com,,,,,,,,,,,,,,2024-01-21 09:44:00 +0100,2,Widget 1,10.00,,W-1,true,true,fulfilled,,,,,,,,,,,Acme,,,,,,,
#1003,joe2@x.com,,,,,,,,,,,,,,2024-01-21 09:44:00 +0100,3,Widget 2,10.00,,W-2,true,true,fulfilled,,,,,,,,,,,Acme,,,,,,,
#1004,joe3@x.com,paid,2024-01-30 09:51:00 +0100,fulfilled,2024-01-30 09:51:00 +0100,no,EUR,1411.75,5.00,1.00,1417.75,,0.00,Standard,2024-01-30 09:51:00 +0100,1,Widget 0,10.00,,W-0,true,true,fulfilled,Joe 3,DE,,DE,,,,paypal,,0.00,Acme,0.00,,,5123456789003,,Low,web
#1005,joe4@x.com,paid,2024-02-08 09:58:00 +0100,fulfilled,2024-02-08 09:58:00 +0100,no,EUR,1549.00,5.00,1.00,1555.00,,0.00,Standard,2024-02-08 09:58:00 +0100,1,Widget 0,10.00,,W-0,true,true,fulfilled,Joe 4,DE,,DE,,,,paypal,,0.00,Acme,0.00,,,5123456789004,,Low,web
#1005,joe4@x.com,,,,,,,,,,,,,,2024-02-08 09:58:00 +0100,2,Widget 1,10.00,,W-1,true,true,fulfilled,,,,,,,,,,,Acme,,,,,,,
#1006,joe5@x.com,paid,2024-02-17 10:05:00 +0100,fulfilled,2024-02-17 10:05:00 +0100,no,EUR,1686.25,5.00,1.00,1692.25,,0.00,Standard,2024-02-17 10:05:00 +0100,1,Widget 0,10.00,,W-0,true,true,fulfilled,Joe 5,DE,,DE,,,,paypal,,0.00,Acme,0.00,,,5123456789005,,Low,web
#1006,joe5@x.com,,,,,,,,,,,,,,2024-02-17 10:05:00 +0100,2,Widget 1,10.00,,W-1,true,true,fulfilled,,,,,,,,,,,Acme,,,,,,,
#1006,joe5@x.com,,,,,,,,,,,,,,2024-02-17 10:05:00 +0100,3,Widget 2,10.00,,W-2,true,true,fulfilled,,,,,,,,,,,Acme,,,,,,,
)",
     "orders 12: order_id customer_id order_status - - - - currency amount - - - - - - at qty product - - product_id - "
     "- - - region - - - - - - - - - - - - - - - channel; revenue 8058.75"},
    {"WooCommerce Analytics", "wc-orders-report-export.csv", Encoding::utf8,
     R"(Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution
2024-01-03 09:30:00,1001,"€1,000.00",completed,Joe Doe0,returning,"2× Widget, 1× Gadget",3,,1000.0,Organic: Google
2024-01-12 09:37:00,1002,"€1,137.25",processing,Joe Doe1,returning,"2× Widget, 1× Gadget",3,,1137.25,Organic: Google
2024-01-21 09:44:00,1003,"€1,274.50",completed,Joe Doe2,returning,"2× Widget, 1× Gadget",3,,1274.5,Organic: Google
2024-01-30 09:51:00,1004,"€1,411.75",completed,Joe Doe3,returning,"2× Widget, 1× Gadget",3,,1411.75,Organic: Google
2024-02-08 09:58:00,1005,"€1,549.00",completed,Joe Doe4,returning,"2× Widget, 1× Gadget",3,,1549.0,Organic: Google
2024-02-17 10:05:00,1006,"€1,686.25",processing,Joe Doe5,returning,"2× Widget, 1× Gadget",3,,1686.25,Organic: Google
)",
     "orders 6: at order_id - order_status customer_id segment product qty - amount channel; revenue 8058.75"},
    {"Magento", "export.csv", Encoding::utf8,
     R"x("ID","Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)","Status","Billing Address","Shipping Address","Shipping Information","Customer Email","Customer Group","Subtotal","Shipping and Handling","Customer Name","Payment Method","Total Refunded"
"000001001","Main Website
  Main Store
    Default","Jan 3, 2024, 9:30:12 AM","Joe","Joe","€1,006.00","€1,006.00","complete","Street 1,Berlin","Street 1,Berlin","Flat Rate","joe0@x.com","General","€1,000.00","€5.00","Joe Doe","checkmo","€0.00"
"000001002","Main Website
  Main Store
    Default","Jan 12, 2024, 9:37:12 AM","Joe","Joe","€1,143.25","€1,143.25","processing","Street 1,Berlin","Street 1,Berlin","Flat Rate","joe1@x.com","General","€1,137.25","€5.00","Joe Doe","checkmo","€0.00"
"000001003","Main Website
  Main Store
    Default","Jan 21, 2024, 9:44:12 AM","Joe","Joe","€1,280.50","€1,280.50","complete","Street 1,Berlin","Street 1,Berlin","Flat Rate","joe2@x.com","General","€1,274.50","€5.00","Joe Doe","checkmo","€0.00"
"000001004","Main Website
  Main Store
    Default","Jan 30, 2024, 9:51:12 AM","Joe","Joe","€1,417.75","€1,417.75","processing","Street 1,Berlin","Street 1,Berlin","Flat Rate","joe3@x.com","General","€1,411.75","€5.00","Joe Doe","checkmo","€0.00"
"000001005","Main Website
  Main Store
    Default","Feb 8, 2024, 9:58:12 AM","Joe","Joe","€1,555.00","€1,555.00","complete","Street 1,Berlin","Street 1,Berlin","Flat Rate","joe4@x.com","General","€1,549.00","€5.00","Joe Doe","checkmo","€0.00"
"000001006","Main Website
  Main Store
    Default","Feb 17, 2024, 10:05:12 AM","Joe","Joe","€1,692.25","€1,692.25","processing","Street 1,Berlin","Street 1,Berlin","Flat Rate","joe5@x.com","General","€1,686.25","€5.00","Joe Doe","checkmo","€0.00"
)x",
     "orders 6: order_id - at - - - - order_status - - - - segment amount - customer_id - -; revenue 8058.75"},
    {"Stripe payments", "unified_payments.csv", Encoding::utf8,
     R"(id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Refunded date (UTC),Mode,Status,Statement Descriptor,Seller Message,Customer ID,Customer Email,Invoice ID,Transfer,Card Brand
ch_30,2024-01-03 09:30:00,1000.0,0.00,eur,true,1000.0,0.00,eur,,Sub,1.23,,Live,Paid,ACME,Payment complete.,cus_0,joe0@x.com,in_0,,Visa
ch_31,2024-01-12 09:37:00,1137.25,0.00,eur,true,1137.25,0.00,eur,,Sub,1.23,,Live,Paid,ACME,Payment complete.,cus_1,joe1@x.com,in_1,,Visa
ch_32,2024-01-21 09:44:00,1274.5,0.00,eur,true,1274.5,0.00,eur,,Sub,1.23,,Live,Paid,ACME,Payment complete.,cus_2,joe2@x.com,in_2,,Visa
ch_33,2024-01-30 09:51:00,1411.75,0.00,eur,true,1411.75,0.00,eur,,Sub,1.23,,Live,Paid,ACME,Payment complete.,cus_3,joe3@x.com,in_3,,Visa
ch_34,2024-02-08 09:58:00,1549.0,0.00,eur,true,1549.0,0.00,eur,,Sub,1.23,,Live,Paid,ACME,Payment complete.,cus_4,joe4@x.com,in_4,,Visa
ch_35,2024-02-17 10:05:00,1686.25,0.00,eur,true,1686.25,0.00,eur,,Sub,1.23,,Live,Paid,ACME,Payment complete.,cus_5,joe5@x.com,in_5,,Visa
)",
     "none"},
    {"Stripe invoices", "invoices.csv", Encoding::utf8,
     R"(id,Amount Due,Billing,Closed,Currency,Customer,Customer Email,Date (UTC),Due Date (UTC),Number,Paid,Subscription,Subtotal,Total Discount Amount,Tax,Total,Amount Paid,Status,Finalized At (UTC)
in_0,1000.0,send_invoice,TRUE,eur,cus_0,joe0@x.com,2024-01-03 09:30,2024-02-02 09:30,ABC-1001,TRUE,sub_0,1000.0,0.00,0.00,1000.0,1000.0,paid,2024-01-03 09:30
in_1,1137.25,send_invoice,TRUE,eur,cus_1,joe1@x.com,2024-01-12 09:37,2024-02-13 09:37,ABC-1002,FALSE,sub_1,1137.25,0.00,0.00,1137.25,0.00,void,2024-01-12 09:37
in_2,1274.5,send_invoice,TRUE,eur,cus_2,joe2@x.com,2024-01-21 09:44,2024-02-24 09:44,ABC-1003,FALSE,sub_2,1274.5,0.00,0.00,1274.5,0.00,open,2024-01-21 09:44
in_3,1411.75,send_invoice,TRUE,eur,cus_3,joe3@x.com,2024-01-30 09:51,2024-03-06 09:51,ABC-1004,TRUE,sub_3,1411.75,0.00,0.00,1411.75,1411.75,paid,2024-01-30 09:51
in_4,1549.0,send_invoice,TRUE,eur,cus_4,joe4@x.com,2024-02-08 09:58,2024-03-17 09:58,ABC-1005,TRUE,sub_4,1549.0,0.00,0.00,1549.0,1549.0,paid,2024-02-08 09:58
in_5,1686.25,send_invoice,TRUE,eur,cus_5,joe5@x.com,2024-02-17 10:05,2024-03-28 10:05,ABC-1006,FALSE,sub_5,1686.25,0.00,0.00,1686.25,0.00,void,2024-02-17 10:05
)",
     "invoices 6: invoice_id - - - currency customer_id - issued due - - - amount - - - paid_amount payment_status -; "
     "non_payment_rate 0.25"},
    {"PayPal, German", "Download.CSV", Encoding::utf8,
     R"("Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Lieferadresse","Adress-Status","Artikelbezeichnung","Artikelnummer","Betrag für Versandkosten und Bearbeitungsgebühren","Rechnungsnummer","Zollnummer","Anzahl","Empfangsnummer","Guthaben","Auswirkung auf Guthaben"
"03.01.2024","09:30:00","CET","Joe","Website-Zahlung","Abgeschlossen","EUR","1.000,00","-1,23","998,77","joe0@x.de","shop@acme.de","8AB00","","Nicht bestätigt","Widget","","0,00","RE0","","1","","9.000,00","Haben"
"12.01.2024","09:30:00","CET","Joe","Website-Zahlung","Abgeschlossen","EUR","1.137,25","-1,23","1.136,02","joe1@x.de","shop@acme.de","8AB01","","Nicht bestätigt","Widget","","0,00","RE1","","1","","9.000,00","Haben"
"21.01.2024","09:30:00","CET","Joe","Website-Zahlung","Abgeschlossen","EUR","1.274,50","-1,23","1.273,27","joe2@x.de","shop@acme.de","8AB02","","Nicht bestätigt","Widget","","0,00","RE2","","1","","9.000,00","Haben"
"30.01.2024","09:30:00","CET","Joe","Website-Zahlung","Abgeschlossen","EUR","1.411,75","-1,23","1.410,52","joe3@x.de","shop@acme.de","8AB03","","Nicht bestätigt","Widget","","0,00","RE3","","1","","9.000,00","Haben"
"08.02.2024","09:30:00","CET","Joe","Website-Zahlung","Abgeschlossen","EUR","1.549,00","-1,23","1.547,77","joe4@x.de","shop@acme.de","8AB04","","Nicht bestätigt","Widget","","0,00","RE4","","1","","9.000,00","Haben"
"17.02.2024","09:30:00","CET","Joe","Website-Zahlung","Abgeschlossen","EUR","1.686,25","-1,23","1.685,02","joe5@x.de","shop@acme.de","8AB05","","Nicht bestätigt","Widget","","0,00","RE5","","1","","9.000,00","Haben"
)",
     "none"},
    {"Amazon settlements, German", "2024Jan1-2024Jun30CustomTransaction.csv", Encoding::utf8,
     R"("Alle Beträge in EUR, sofern nicht anders gekennzeichnet"
"Enthält Transaktionen auf Amazon Marketplace, Versand durch Amazon und Amazon Webstore"
"Definitionen:"
"Produktumsatzsteuer: Umfasst die an Käufer berechnete Umsatzsteuer für den Verkauf von Produkten."
"Verkaufsgebühren: Beinhaltet variable Abschlussgebühren und Verweisgebühren."
"Andere Transaktionsgebühren: Beinhaltet Versand-Rückbuchungen, sonstige."
"Andere: Beinhaltet andere Transaktionstypen."
"Datum/Uhrzeit","Abrechnungsnummer","Typ","Bestellnummer","SKU","Beschreibung","Menge","Marketplace","Versand","Ort der Bestellung","Bundesland","Postleitzahl","Steuererhebungsmodell","Umsätze","Produktumsatzsteuer","Gutschrift für Versandkosten","Rabatte aus Werbeaktionen","Verkaufsgebühren","Gebühren zu Versand durch Amazon","Andere Transaktionsgebühren","Andere","Gesamt"
"03.01.2024 09:30:00 UTC","18231","Bestellung","302-1234567-0000000","W-0","Widget","1","amazon.de","Amazon","Berlin","","01000","","1.000,00","0","0","0","-150,00","-3,20","0","0","846,80"
"12.01.2024 09:37:00 UTC","18231","Bestellung","302-1234567-0000001","W-1","Widget","1","amazon.de","Amazon","Berlin","","01001","","1.137,25","0","0","0","-170,59","-3,20","0","0","963,46"
"21.01.2024 09:44:00 UTC","18231","Bestellung","302-1234567-0000002","W-2","Widget","1","amazon.de","Amazon","Berlin","","01002","","1.274,50","0","0","0","-191,17","-3,20","0","0","1.080,12"
"30.01.2024 09:51:00 UTC","18231","Bestellung","302-1234567-0000003","W-0","Widget","1","amazon.de","Amazon","Berlin","","01003","","1.411,75","0","0","0","-211,76","-3,20","0","0","1.196,79"
"08.02.2024 09:58:00 UTC","18231","Bestellung","302-1234567-0000004","W-1","Widget","1","amazon.de","Amazon","Berlin","","01004","","1.549,00","0","0","0","-232,35","-3,20","0","0","1.313,45"
"17.02.2024 10:05:00 UTC","18231","Bestellung","302-1234567-0000005","W-2","Widget","1","amazon.de","Amazon","Berlin","","01005","","1.686,25","0","0","0","-252,94","-3,20","0","0","1.430,11"
)",
     "none"},
    {"Amazon settlements", "2024JanMonthlyUnifiedTransaction.csv", Encoding::utf8,
     R"("Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"
"All amounts in USD, unless specified"
"Definitions:"
"Sales tax collected: Includes sales tax collected from buyers for product sales, shipping, and gift wrap."
"Selling fees: Includes variable closing fees and referral fees."
"Other transaction fees: Includes shipping chargebacks, shipping holdbacks, per-item fees  and sales tax collection fees."
"Other: Includes non-order transaction amounts. For more details, see the ""Type"" and ""Description"" columns for each order ID."
"date/time","settlement id","type","order id","sku","description","quantity","marketplace","account type","fulfillment","order city","order state","order postal","tax collection model","product sales","product sales tax","shipping credits","promotional rebates","selling fees","fba fees","other transaction fees","other","total"
"Jan 3, 2024 9:30:12 AM PST","18231","Order","112-1234567-0000000","W-0","Widget","1","amazon.com","Standard Orders","Amazon","Austin","TX","01000","MarketplaceFacilitator","1,000.00","0","0","0","-150.00","-3.20","0","0","846.80"
"Jan 12, 2024 9:37:12 AM PST","18231","Order","112-1234567-0000001","W-1","Widget","1","amazon.com","Standard Orders","Amazon","Austin","TX","01001","MarketplaceFacilitator","1,137.25","0","0","0","-170.59","-3.20","0","0","963.46"
"Jan 21, 2024 9:44:12 AM PST","18231","Order","112-1234567-0000002","W-2","Widget","1","amazon.com","Standard Orders","Amazon","Austin","TX","01002","MarketplaceFacilitator","1,274.50","0","0","0","-191.17","-3.20","0","0","1,080.12"
"Jan 30, 2024 9:51:12 AM PST","18231","Order","112-1234567-0000003","W-0","Widget","1","amazon.com","Standard Orders","Amazon","Austin","TX","01003","MarketplaceFacilitator","1,411.75","0","0","0","-211.76","-3.20","0","0","1,196.79"
"Feb 8, 2024 9:58:12 AM PST","18231","Order","112-1234567-0000004","W-1","Widget","1","amazon.com","Standard Orders","Amazon","Austin","TX","01004","MarketplaceFacilitator","1,549.00","0","0","0","-232.35","-3.20","0","0","1,313.45"
"Feb 17, 2024 10:05:12 AM PST","18231","Order","112-1234567-0000005","W-2","Widget","1","amazon.com","Standard Orders","Amazon","Austin","TX","01005","MarketplaceFacilitator","1,686.25","0","0","0","-252.94","-3.20","0","0","1,430.11"
)",
     "none"},
    {"Shopware", "shopware_orders.csv", Encoding::utf8,
     R"(orderId;orderNumber;customerId;customerNumber;orderStatus;paymentStatus;invoiceAmount;invoiceAmountNet;invoiceShipping;orderTime;currency;paymentName;email;billingCompany
15;20000;0;K0;Komplett abgeschlossen;Komplett bezahlt;1190,00;1000,00;5;2024-01-03 09:30:00;EUR;Vorkasse;joe0@x.de;Alpha Ltd
16;20001;1;K1;Komplett abgeschlossen;Komplett bezahlt;1353,33;1137,25;5;2024-01-12 09:37:00;EUR;Vorkasse;joe1@x.de;Beta GmbH
17;20002;2;K2;Komplett abgeschlossen;Komplett bezahlt;1516,65;1274,50;5;2024-01-21 09:44:00;EUR;Vorkasse;joe2@x.de;Gamma, Inc.
18;20003;3;K3;Komplett abgeschlossen;Komplett bezahlt;1679,98;1411,75;5;2024-01-30 09:51:00;EUR;Vorkasse;joe3@x.de;Delta B.V.
19;20004;4;K4;Komplett abgeschlossen;Komplett bezahlt;1843,31;1549,00;5;2024-02-08 09:58:00;EUR;Vorkasse;joe4@x.de;Epsilon AG
20;20005;5;K5;Komplett abgeschlossen;Komplett bezahlt;2006,64;1686,25;5;2024-02-17 10:05:00;EUR;Vorkasse;joe5@x.de;Zeta SA
)",
     "orders 6: - order_id customer_id - order_status - - amount - at currency - - -; revenue 8058.75"},
    {"WooCommerce, order export", "orders-2024-12-31-09-05-12.csv", Encoding::utf8,
     R"x("Order Number","Order Status","Order Date","Customer Note","First Name (Billing)","Last Name (Billing)","Company (Billing)","Email (Billing)","Country Code (Billing)","Payment Method Title","Cart Discount Amount","Order Subtotal Amount","Shipping Method Title","Order Shipping Amount","Order Refund Amount","Order Total Amount","Order Total Tax Amount","SKU","Item #","Item Name","Quantity (- Refund)","Item Cost"
"1001","Completed","2024-01-03 09:30","","Joe","Doe","Alpha Ltd","joe0@x.com","DE","PayPal","0","1000.0","Flat rate","5","0","1006.00","1","W-1","1","Widget","1","1000.0"
"1002","Completed","2024-01-12 09:37","","Joe","Doe","Beta GmbH","joe1@x.com","DE","PayPal","0","1137.25","Flat rate","5","0","1143.25","1","W-1","1","Widget","1","1137.25"
"1003","Completed","2024-01-21 09:44","","Joe","Doe","Gamma, Inc.","joe2@x.com","DE","PayPal","0","1274.5","Flat rate","5","0","1280.50","1","W-1","1","Widget","1","1274.5"
"1004","Completed","2024-01-30 09:51","","Joe","Doe","Delta B.V.","joe3@x.com","DE","PayPal","0","1411.75","Flat rate","5","0","1417.75","1","W-1","1","Widget","1","1411.75"
"1005","Completed","2024-02-08 09:58","","Joe","Doe","Epsilon AG","joe4@x.com","DE","PayPal","0","1549.0","Flat rate","5","0","1555.00","1","W-1","1","Widget","1","1549.0"
"1006","Completed","2024-02-17 10:05","","Joe","Doe","Zeta SA","joe5@x.com","DE","PayPal","0","1686.25","Flat rate","5","0","1692.25","1","W-1","1","Widget","1","1686.25"
)x",
     "orders 6: order_id order_status at - - - customer_id - - - - amount - - - - - product_id - product qty -; "
     "revenue 8058.75"},
    {"Etsy", "EtsySoldOrders2024.csv", Encoding::utf8,
     R"(Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Ship City,Ship Country,Currency,Order Value,Coupon Code,Discount Amount,Shipping,Sales Tax,Order Total,Status,Order Net,Buyer,SKU
01/03/24,2500000000,user0,Joe Doe,Joe,Doe,1,Credit Card,01/03/2024,S,Berlin,Germany,EUR,1000.0,,0.0,5.0,0.0,1005.00,,900.00,joe0,W-1
01/12/24,2500000001,user1,Joe Doe,Joe,Doe,1,Credit Card,01/12/2024,S,Berlin,Germany,EUR,1137.25,,0.0,5.0,0.0,1142.25,,1023.52,joe1,W-1
01/21/24,2500000002,user2,Joe Doe,Joe,Doe,1,Credit Card,01/21/2024,S,Berlin,Germany,EUR,1274.5,,0.0,5.0,0.0,1279.50,,1147.05,joe2,W-1
01/30/24,2500000003,user3,Joe Doe,Joe,Doe,1,Credit Card,01/30/2024,S,Berlin,Germany,EUR,1411.75,,0.0,5.0,0.0,1416.75,,1270.58,joe3,W-1
02/08/24,2500000004,user4,Joe Doe,Joe,Doe,1,Credit Card,02/08/2024,S,Berlin,Germany,EUR,1549.0,,0.0,5.0,0.0,1554.00,,1394.10,joe4,W-1
02/17/24,2500000005,user5,Joe Doe,Joe,Doe,1,Credit Card,02/17/2024,S,Berlin,Germany,EUR,1686.25,,0.0,5.0,0.0,1691.25,,1517.62,joe5,W-1
)",
     "orders 6: at order_id customer_id - - - qty - - - - - currency amount - - - - - order_status - - product_id; "
     "revenue 8058.75"},
    {"eBay, German", "eBay-Bestellungen.csv", Encoding::utf8, R"(
"Verkaufsprotokollnummer";"Bestellnummer";"Nutzername des Käufers";"Name des Käufers";"E-Mail des Käufers";"Artikelnummer";"Angebotstitel";"Anzahl";"Verkauft für";"Verpackung und Versand";"Gesamtpreis";"Zahlungsmethode";"Verkauft am";"Bezahlt am";"Versandt am"

"100";"14-00000-00000";"user0";"Joe";"j@x.de";"255000000000";"Widget";"1";"EUR 1.000,00";"EUR 5,00";"EUR 1.005,00";"PayPal";"03-Jan-24";"";""
"101";"14-00001-00001";"user1";"Joe";"j@x.de";"255000000001";"Widget";"1";"EUR 1.137,25";"EUR 5,00";"EUR 1.142,25";"PayPal";"12-Jan-24";"";""
"102";"14-00002-00002";"user2";"Joe";"j@x.de";"255000000002";"Widget";"1";"EUR 1.274,50";"EUR 5,00";"EUR 1.279,50";"PayPal";"21-Jan-24";"";""
"103";"14-00003-00003";"user3";"Joe";"j@x.de";"255000000003";"Widget";"1";"EUR 1.411,75";"EUR 5,00";"EUR 1.416,75";"PayPal";"30-Jan-24";"";""
"104";"14-00004-00004";"user4";"Joe";"j@x.de";"255000000004";"Widget";"1";"EUR 1.549,00";"EUR 5,00";"EUR 1.554,00";"PayPal";"08-Feb-24";"";""
"105";"14-00005-00005";"user5";"Joe";"j@x.de";"255000000005";"Widget";"1";"EUR 1.686,25";"EUR 5,00";"EUR 1.691,25";"PayPal";"17-Feb-24";"";""

"6";"Verkäufe heruntergeladen"
"Verkäufer-ID:";"acme"
)",
     "orders 6: - order_id customer_id - - product_id - qty amount - - - at - -; revenue 8058.75"},
    {"BigCommerce", "bigcommerce.csv", Encoding::utf8,
     R"(Order ID,Order Status,Order Date,Order Time,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (ex tax),Order Total (inc tax),Order Total (ex tax),Customer ID,Customer Name,Customer Email,Payment Method,Total Quantity,Order Currency Code
1001,Completed,03/01/2024,09:30:00,1190.0000,1000.0000,190.0000,5.0000,1195.0000,1005.0000,0,Joe,joe0@x.com,Card,1,EUR
1002,Completed,12/01/2024,09:30:00,1353.3275,1137.2500,216.0775,5.0000,1358.3275,1142.2500,1,Joe,joe1@x.com,Card,1,EUR
1003,Completed,21/01/2024,09:30:00,1516.6550,1274.5000,242.1550,5.0000,1521.6550,1279.5000,2,Joe,joe2@x.com,Card,1,EUR
1004,Completed,30/01/2024,09:30:00,1679.9825,1411.7500,268.2325,5.0000,1684.9825,1416.7500,3,Joe,joe3@x.com,Card,1,EUR
1005,Completed,08/02/2024,09:30:00,1843.3100,1549.0000,294.3100,5.0000,1848.3100,1554.0000,4,Joe,joe4@x.com,Card,1,EUR
1006,Completed,17/02/2024,09:30:00,2006.6375,1686.2500,320.3875,5.0000,2011.6375,1691.2500,5,Joe,joe5@x.com,Card,1,EUR
)",
     "orders 6: order_id order_status at - - amount - - - - customer_id - - - qty currency; revenue 8058.75"},
    {"Stripe subscriptions", "subscriptions.csv", Encoding::utf8,
     R"(id,Customer ID,Customer Description,Customer Email,Plan,Product,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start Date (UTC),Current Period Start (UTC),Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC),Cancellation Reason
sub_0,cus_0,,joe0@x.com,price_1,Pro,1,eur,month,49.00,active,2024-01-03 09:30,2024-01-03 09:30,2024-01-03 09:30,2024-02-02 09:30,,,,,
sub_1,cus_1,,joe1@x.com,price_1,Pro,1,eur,month,49.00,active,2024-01-12 09:37,2024-01-12 09:37,2024-01-12 09:37,2024-02-13 09:37,,,,,
sub_2,cus_2,,joe2@x.com,price_1,Pro,1,eur,month,49.00,active,2024-01-21 09:44,2024-01-21 09:44,2024-01-21 09:44,2024-02-24 09:44,,,,,
sub_3,cus_3,,joe3@x.com,price_1,Pro,1,eur,month,49.00,canceled,2024-01-30 09:51,2024-01-30 09:51,2024-01-30 09:51,2024-03-06 09:51,,,2024-03-06 09:51,2024-03-06 09:51,
sub_4,cus_4,,joe4@x.com,price_1,Pro,1,eur,month,49.00,active,2024-02-08 09:58,2024-02-08 09:58,2024-02-08 09:58,2024-03-17 09:58,,,,,
sub_5,cus_5,,joe5@x.com,price_1,Pro,1,eur,month,49.00,active,2024-02-17 10:05,2024-02-17 10:05,2024-02-17 10:05,2024-03-28 10:05,,,,,
)",
     "customers 6: - customer_id - - - - - - - - - since - - - - - - until -"},
};

TEST(Exports, OfShopsAreUnderstoodWithNoHint) { expect_understood(kExports); }

}  // namespace
}  // namespace pegel::test
