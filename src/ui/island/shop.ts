// The script of the made-up shop.
import { AddButton, BasketButton, OrderForm } from "../demo/basket";
import { wakeIslands } from "./wake-islands";

wakeIslands([BasketButton, OrderForm, AddButton]);
