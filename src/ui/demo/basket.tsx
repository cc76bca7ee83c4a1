"use client";
// The shop's basket: it fills and adds up like a real one, and says that nothing is sold here.
import { useRef, useState } from "react";
import { island } from "../island/island";
import { type Item, useBasket } from "./use-basket";

function OpenBasket() {
  const { items, empty } = useBasket();
  const dialog = useRef<HTMLDialogElement>(null);
  const goods = items.reduce((sum, { euros }) => sum + euros, 0);
  const delivery = goods > 80 ? 0 : 4.9;
  return (
    <>
      <button type="button" className="basket-button" onClick={() => dialog.current?.showModal()}>
        Basket <span className="count">{items.length}</span>
      </button>
      <dialog ref={dialog} className="basket" aria-label="Basket" closedby="any">
        <h2>Your basket</h2>
        {items.length === 0 ? (
          <p>Nothing in it yet.</p>
        ) : (
          <ul>
            {items.map(({ name, euros }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same thing can be in a basket twice
              <Line key={place} name={name} euros={euros} />
            ))}
            <Line name="Standard delivery" euros={delivery} />
            <Line name="Total" euros={goods + delivery} />
          </ul>
        )}
        <p className="small">This shop is made up to show the chat in its corner, so the till stays closed.</p>
        <form method="dialog">
          <button type="submit" className="main">
            Go on looking
          </button>
          {items.length > 0 && (
            <button type="button" onClick={empty}>
              Empty it
            </button>
          )}
        </form>
      </dialog>
    </>
  );
}

/** How many things are in the basket; a press shows them. */
export const BasketButton = island("shop/basket", OpenBasket);

function Line({ name, euros }: Item) {
  return (
    <li>
      <span>{name}</span>
      <span>{euros === 0 ? "free" : toPrice(euros)}</span>
    </li>
  );
}

function toPrice(euros: number): string {
  return `€${Number.isInteger(euros) ? euros : euros.toFixed(2)}`;
}

interface OrderFormProps {
  name: string;
  euros: number;
  /** Colours first offered first; empty when it comes in one. */
  colours: string[];
  sizes: string[];
}

function Order({ name, euros, colours, sizes }: OrderFormProps) {
  const { put } = useBasket();
  const [said, setSaid] = useState("");
  const order = (form: FormData) => {
    const chosen = [form.get("colour"), form.get("size")].filter(Boolean).join(", ");
    put({ name: `${name}, ${chosen}`, euros });
    setSaid(`${name} in ${chosen} is in your basket.`);
  };
  return (
    <form
      className="order"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        order(new FormData(event.currentTarget));
      }}
    >
      <Choice name="colour" legend="Colour" options={colours} />
      <Choice name="size" legend="Size" options={sizes} first="M" />
      <button type="submit" className="main">
        Add to basket
      </button>
      <p role="status" className="small">
        {said}
      </p>
    </form>
  );
}

/** Chooses a colour and a size and puts the thing into the basket. */
export const OrderForm = island("shop/order", Order);

function Choice({ name, legend, options, first = options[0] }: ChoiceProps) {
  return (
    <fieldset className={name}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} value={option} defaultChecked={option === first} />
          <span>{option}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  legend: string;
  options: string[];
  first?: string;
}

function Add({ name, euros }: Item) {
  const { items, put } = useBasket();
  const number = items.filter((item) => item.name === name).length;
  return (
    <button type="button" onClick={() => put({ name, euros })}>
      {number === 0 ? "Add" : `Added (${number})`} <span className="unseen">{name}</span>
    </button>
  );
}

/** Puts one thing, in its only colour, into the basket. */
export const AddButton = island("shop/add", Add);
