import Link from "next/link";
import { AddButton, OrderForm } from "@/ui/demo/basket";
import { Garment, type GarmentKind } from "@/ui/demo/garment";

const promises = [
  { page: "shipping#delivery-times", title: "Leaves today", text: "when you order before 14:00 on a working day." },
  { page: "returns#how-long-you-have", title: "45 days", text: "to send back what does not fit or feel right." },
  { page: "warranty#what-is-covered", title: "3 years", text: "of warranty, and mending for as long as you wear it." },
];

const things: { kind: GarmentKind; yarn: string; name: string; text: string; euros: number }[] = [
  { kind: "cardigan", yarn: "moss", name: "Tern cardigan", text: "Patterned yoke, horn buttons", euros: 164 },
  { kind: "hat", yarn: "rust", name: "Ebb hat", text: "Double brim, loose bobble", euros: 42 },
  { kind: "socks", yarn: "slate", name: "Kelp socks", text: "Ribbed leg, darned toe", euros: 24 },
  { kind: "child", yarn: "gorse", name: "Small Holm", text: "Lasts two winters, sizes 98 to 140", euros: 86 },
];

export default function DemoPage() {
  return (
    <>
      <section className="hero">
        <div className="plate">
          <Garment kind="jumper" id="holm" label="A jumper with bands of lozenges and waves" />
        </div>
        <div className="about">
          <h1>Holm jumper</h1>
          <p className="price">€148</p>
          <p>
            Two bands a winter’s evening: waves, a line, lozenges, a line. Cut with a little room, with long ribs that
            can be turned up and elbows that we mend.
          </p>
          <OrderForm
            name="Holm jumper"
            euros={148}
            colours={["Harbour", "Peat", "Fleece"]}
            sizes={["XS", "S", "M", "L", "XL", "XXL"]}
          />
          <p className="small">
            Standard delivery takes 2 to 4 working days and is free for orders over 80 euros.{" "}
            <Link href="/demo/help/sizes">Find your size</Link>
          </p>
        </div>
      </section>
      <ul className="promises">
        {promises.map(({ page, title, text }) => (
          <li key={page}>
            <Link href={`/demo/help/${page}`}>
              <strong>{title}</strong> {text}
            </Link>
          </li>
        ))}
      </ul>
      <section id="workroom" className="things">
        <h2>Also on the needles</h2>
        <ul>
          {things.map(({ kind, yarn, name, text, euros }) => (
            <li key={name} data-yarn={yarn}>
              <div className="plate">
                <Garment kind={kind} id={kind} label={name} />
              </div>
              <h3>{name}</h3>
              <p>{text}</p>
              <div className="buy">
                <span className="price">€{euros}</span>
                <AddButton name={name} euros={euros} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="care">
        <h2>Air before water</h2>
        <p>
          Wool cleans itself better than most people think. Hang a jumper over a chair near an open window for a night;
          wash it when it is stained, not by the calendar.
        </p>
        <Link href="/demo/help/care">How to look after wool</Link>
      </section>
    </>
  );
}
