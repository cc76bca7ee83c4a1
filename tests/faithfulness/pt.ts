import type { Statements } from "./statement";

export const pt: Statements[] = [
  {
    title: "Devoluções",
    passage:
      "Você pode devolver qualquer item em até 30 dias após a entrega. O reembolso cai no seu cartão em 5 dias úteis.",
    changed: {
      number: "Você pode devolver qualquer item em até 60 dias após a entrega.",
      unit: "Você pode devolver qualquer item em até 30 meses após a entrega.",
      noun: "O reembolso cai na sua poupança em 5 dias úteis.",
      denial: "Você não pode devolver itens em até 30 dias após a entrega.",
      addition: "Você pode devolver qualquer item sem nota em até 30 dias após a entrega.",
    },
    faithful: [
      "Os itens podem ser devolvidos em até 30 dias após a entrega.",
      "Você tem até 30 dias após a entrega para devolver um item.",
      "O reembolso no cartão leva cinco dias úteis.",
      "Em 5 dias úteis o reembolso cai no seu cartão.",
    ],
  },
  {
    title: "Entrega",
    passage:
      "A entrega leva de 3 a 6 dias úteis e custa 15 reais. Para compras acima de 200 reais o frete é grátis. Não entregamos aos domingos.",
    changed: {
      number: "A entrega leva de 3 a 16 dias úteis.",
      unit: "A entrega leva de 3 a 6 semanas.",
      noun: "A montagem leva de 3 a 6 dias úteis.",
      denial: "Entregamos aos domingos.",
      addition: "Para compras acima de 200 reais o frete é grátis e ganha um brinde.",
    },
    faithful: [
      "A entrega custa 15 reais e leva de três a seis dias úteis.",
      "O frete é grátis para compras acima de 200 reais.",
      "Não há entrega aos domingos.",
      "Aos domingos não entregamos.",
    ],
  },
  {
    title: "Conta",
    passage:
      "A senha muda-se em Configurações, Segurança. O código por e-mail vale 10 minutos. O plano Pro custa 29 reais por mês e inclui 5 usuários.",
    changed: {
      number: "O código por e-mail vale 100 minutos.",
      unit: "O plano Pro custa 29 reais por semana.",
      noun: "O plano Básico custa 29 reais por mês e inclui 5 usuários.",
      denial: "O plano Pro não inclui 5 usuários.",
      addition: "O plano Pro custa 29 reais por mês e inclui 5 usuários e um consultor.",
    },
    faithful: [
      "Você muda a senha em Configurações, Segurança.",
      "O código que enviamos por e-mail vale 10 minutos.",
      "O plano Pro inclui cinco usuários e custa 29 reais por mês.",
      "Por 29 reais por mês, o plano Pro inclui 5 usuários.",
    ],
  },
];
