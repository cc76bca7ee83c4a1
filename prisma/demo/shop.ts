// The made-up shop of the demo site. Its help pages are served under /demo/help and are the demo tenant's knowledge:
// one text for both, so that an answer's quote stands word for word on the page it cites.

export interface HelpPage {
  slug: string;
  title: string;
  /** One line for the list of help pages. */
  summary: string;
  markdown: string;
}

const shipping = `Every order is packed in our workroom and leaves it on working days.

## Delivery times

Orders placed before 14:00 on a working day leave the same day. Standard delivery takes 2 to 4 working days within the country and 4 to 7 working days to the rest of Europe. Express delivery arrives on the next working day when you order before 12:00.

## Delivery costs

Standard delivery costs 4.90 euros. It is free for orders over 80 euros. Express delivery costs 12.50 euros, whatever the order is worth. Delivery to the rest of Europe costs 9.50 euros and is free for orders over 150 euros.

## Following your parcel

We send a tracking link by e-mail as soon as the parcel leaves us. It can take up to 12 hours until the carrier shows the first entry. If the tracking has not moved for 3 working days, write to us: we start a search with the carrier and send a replacement if the parcel is not found within 5 working days.

## Where we deliver

We deliver to every country of the European Union, to Norway, Switzerland and the United Kingdom. Parcels to Norway, Switzerland and the United Kingdom may be charged import duty, which the carrier collects from you at the door. We do not deliver to parcel lockers or to post office boxes.

## Changing the address

You can change the delivery address until the parcel leaves us. Open the order in your account and choose "Change address", or write to us with the order number. Once the parcel is with the carrier, only the carrier can redirect it, by the link in the tracking e-mail.
`;

const returns = `Wool should fit and feel right. If it does not, send it back.

## How long you have

You can return an item within 45 days of the day it arrived. The item must be unworn and unwashed, with its labels on. Socks and hats can be returned only in their closed wrapping.

## How to return an item

1. Open the order in your account and choose "Return items".
2. Print the label, or show the code at the carrier's counter: they print it for you.
3. Put the items into the box they came in and hand it in.

Returns within the country are free. From other countries the label costs 6 euros, which we take off the refund.

## When you get your money back

We check a return within 3 working days of its arrival and refund it the same day to the way you paid. Banks take another 2 to 5 working days to show it. Delivery costs of the first order are refunded when you return the whole order.

## Exchanges

To change a size or a colour, choose "Exchange" instead of "Return". We put the new item aside for you at once and send it when the carrier has scanned your parcel. An exchange is free, once per item.

## Items on sale

Items on sale can be returned like any other. Items marked "final piece" come from discontinued yarn and cannot be returned unless they have a fault.
`;

const sizes = `Our jumpers are cut with a little room. Between two sizes, take the smaller one for a close fit.

## Measuring yourself

Measure the chest at its widest point, with the tape level and your arms down. Measure a jumper you like laid flat, from armpit to armpit, and double it: that is the number to compare with.

## Size table

| Size | Chest | Length | Sleeve |
| --- | --- | --- | --- |
| XS | 88 cm | 60 cm | 58 cm |
| S | 94 cm | 62 cm | 59 cm |
| M | 101 cm | 65 cm | 61 cm |
| L | 108 cm | 68 cm | 63 cm |
| XL | 116 cm | 71 cm | 64 cm |
| XXL | 124 cm | 73 cm | 65 cm |

The numbers are those of the finished garment, not of the body. For a relaxed fit the jumper's chest should be 8 to 12 cm more than yours.

## Shrinking and stretching

A jumper washed as described under care keeps its size. In the first week of wearing, the sleeves can grow by 1 to 2 cm. Wool that was washed too warm shrinks and cannot be stretched back.

## Children

Children's sizes follow body height: 98/104, 110/116, 122/128 and 134/140. They have a deep turned-up cuff, so that one size lasts about two winters.
`;

const care = `Wool cleans itself better than most people think. Air comes before water.

## Airing

Hang a jumper over a chair near an open window for a night. That is enough after most days of wearing. Wash it when it is stained, not by the calendar: two or three times a winter will do.

## Washing

Wash by hand, or in the wool programme of your machine, at 30 degrees at most and with wool detergent. Do not use softener or detergent with enzymes: both attack the fibre. Wool must never be wrung or tumble-dried.

## Drying

Roll the jumper in a towel, press the water out, then lay it flat and pull it into shape. Dry it away from radiators and direct sun. It takes about a day and a half.

## Pilling

Little knots of fibre appear in the first weeks where cloth rubs on cloth. That is loose fibre leaving, not a fault, and it stops after a few washes. Take the knots off with a wool comb; a razor cuts the yarn.

## Moths

Store wool clean and folded, in a closed cotton bag with cedar wood. Moths look for skin and sweat, so a washed jumper is safe for a summer. If you find a hole, put the jumper into the freezer at minus 18 degrees for 72 hours before you mend it.
`;

const warranty = `We repair what we make, and for longer than the law asks us to.

## What is covered

Every jumper and cardigan has a warranty of 3 years from the day of delivery. It covers seams that open, holes along the seams, buttons that come off, zips that break, and yarn that comes apart in normal wear.

## What is not covered

Wear at elbows and cuffs, damage by moths, felting by washing too warm, and stains are not covered by the warranty. We mend them all the same, for a fixed price of 18 euros per repair including the way back.

## Asking for a repair

Write to repairs with the order number and a photo of the place. We answer within 2 working days and send a free label. A repair takes about 2 weeks from arrival, and up to 4 weeks from October to December.

## If it cannot be repaired

When a covered fault cannot be repaired, you choose: a new item of the same kind, or your money back. You do not need the receipt: the order number or the e-mail address you ordered with is enough.

## Second life

Send us a jumper of ours that you no longer wear, in any condition. You get a voucher over 15 euros, and we sell it mended in the second-hand corner or spin it into new yarn.
`;

const payment = `You can pay in the way you are used to. We never see or store your card number.

## Ways to pay

We accept Visa, Mastercard and American Express, PayPal, Apple Pay, Google Pay, and bank transfer in advance. In the country you can also pay by invoice within 14 days, for orders from 20 to 400 euros.

## When you are charged

Cards and PayPal are charged when the parcel leaves us, not when you order. For a pre-order the amount is only reserved, and the reservation is renewed every 7 days until the item is ready. With a bank transfer we pack the order when the money has arrived, which takes 1 to 2 working days.

## Gift cards and vouchers

Gift cards are sold from 20 to 250 euros and are valid for 5 years. Enter the code in the basket under "Gift card or voucher". One voucher can be used per order, together with any number of gift cards. What is left on a gift card stays on it.

## Invoices

The invoice comes as a PDF with the dispatch e-mail and stays in your account. For an invoice with a company name and tax number, fill in both before you pay: we cannot change them afterwards.

## When a payment fails

Most failed card payments are refused by the card's own bank. Confirm the payment in your bank's app and try again, or choose another way to pay: the basket is kept for 7 days. You are never charged for an order that was not confirmed by e-mail.
`;

const orders = `Most changes are possible until the parcel is packed, which is usually within a few hours.

## Changing or cancelling an order

Open the order in your account. As long as it says "received", you can remove items, change sizes or cancel it yourself. When it says "packed", it can no longer be changed: refuse the parcel at the door, or return it free of charge.

## Pre-orders

Pre-ordered items are knitted for you. The product page names the week they will be ready. If we are more than 2 weeks late, we write to you, and you can cancel without giving a reason. When an order holds a pre-ordered item and items in stock, we send the items in stock first at no extra cost.

## Your account

You do not need an account to order. With one, you see your orders, returns and repairs in one place. To delete it, choose "Delete account" under "Your details": everything but the invoices, which the law makes us keep for 10 years, is gone within 24 hours.

## Gift wrapping

Gift wrapping in printed cotton cloth costs 3.50 euros per parcel. There is no price on the delivery note of a wrapped parcel, and you can add a card with up to 300 characters.

## Speaking to us

Write to us at any time: we answer within one working day. The telephone is answered from Monday to Friday between 9:00 and 16:00. The workroom shop is open on Thursday and Friday from 11:00 to 18:00 and on Saturday from 10:00 to 14:00.
`;

export const shop: { name: string; pages: HelpPage[] } = {
  name: "Skerry Wool",
  pages: [
    { slug: "shipping", title: "Shipping and delivery", summary: "Times, costs, tracking.", markdown: shipping },
    { slug: "returns", title: "Returns and refunds", summary: "45 days, free in the country.", markdown: returns },
    { slug: "sizes", title: "Sizes and fit", summary: "The table, and how to measure.", markdown: sizes },
    { slug: "care", title: "Washing and care", summary: "Air first, then cold water.", markdown: care },
    { slug: "warranty", title: "Warranty and repairs", summary: "3 years, and mending after.", markdown: warranty },
    { slug: "payment", title: "Payment and gift cards", summary: "Ways to pay, invoices.", markdown: payment },
    { slug: "orders", title: "Orders and account", summary: "Changes, pre-orders, opening hours.", markdown: orders },
  ],
};
