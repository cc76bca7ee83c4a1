import type { Statements } from "./statement";

export const es: Statements[] = [
  {
    title: "Devoluciones",
    passage:
      "Puede devolver cualquier artículo en los 30 días siguientes a la entrega. El reembolso llega a su tarjeta en 5 días laborables.",
    changed: {
      number: "Puede devolver cualquier artículo en los 90 días siguientes a la entrega.",
      unit: "El reembolso llega a su tarjeta en 5 meses.",
      noun: "El reembolso llega a su banco en 5 días laborables.",
      denial: "No puede devolver ningún artículo en los 30 días siguientes a la entrega.",
      addition: "Puede devolver cualquier artículo usado en los 30 días siguientes a la entrega.",
    },
    faithful: [
      "Los artículos se pueden devolver en los 30 días siguientes a la entrega.",
      "Tiene 30 días tras la entrega para devolver un artículo.",
      "El reembolso llega en cinco días laborables a su tarjeta.",
      "La devolución de artículos es posible en los 30 días siguientes a la entrega.",
    ],
  },
  {
    title: "Envíos",
    passage:
      "El envío estándar tarda de 2 a 4 días y cuesta 6 euros. Para pedidos de más de 70 euros es gratis. No enviamos a Canarias.",
    changed: {
      number: "El envío estándar tarda de 2 a 14 días.",
      unit: "El envío estándar tarda de 2 a 4 semanas.",
      noun: "El envío urgente tarda de 2 a 4 días y cuesta 6 euros.",
      denial: "Enviamos a Canarias.",
      addition: "El envío estándar tarda de 2 a 4 días, cuesta 6 euros e incluye un seguro.",
    },
    faithful: [
      "El envío estándar cuesta 6 € y tarda de dos a cuatro días.",
      "El envío es gratis para pedidos de más de 70 euros.",
      "No se envía a Canarias.",
      "No hacemos envíos a Canarias.",
    ],
  },
  {
    title: "Cuenta",
    passage:
      "Para borrar su cuenta, abra Ajustes y pulse Borrar cuenta. Sus datos se conservan durante 60 días. Después de tres intentos fallidos la cuenta se bloquea 10 minutos.",
    changed: {
      number: "Sus datos se conservan durante 160 días.",
      unit: "Después de tres intentos fallidos la cuenta se bloquea 10 horas.",
      noun: "Para borrar su pedido, abra Ajustes y pulse Borrar cuenta.",
      denial: "Sus datos no se conservan durante 60 días.",
      addition: "Sus datos se conservan durante 60 días y se venden a socios.",
    },
    faithful: [
      "Abra Ajustes y pulse Borrar cuenta para borrar su cuenta.",
      "Los datos se conservan 60 días.",
      "La cuenta se bloquea 10 minutos después de 3 intentos fallidos.",
      "Conservamos sus datos durante 60 días.",
    ],
  },
  {
    title: "Entradas",
    passage:
      "La entrada cuesta 12 euros; los menores de 8 años entran gratis. El museo abre de martes a domingo, de 10:00 a 19:00. No se permiten fotos con flash.",
    changed: {
      number: "La entrada cuesta 22 euros.",
      unit: "Los menores de 8 meses entran gratis.",
      noun: "Los jubilados de 8 años entran gratis.",
      denial: "Se permiten fotos con flash.",
      addition: "El museo abre de martes a domingo, de 10:00 a 19:00, y los lunes con reserva.",
    },
    faithful: [
      "Una entrada cuesta 12 €.",
      "Los menores de ocho años entran gratis.",
      "El museo está abierto de martes a domingo de 10:00 a 19:00.",
      "Las fotos con flash no están permitidas.",
    ],
  },
];
