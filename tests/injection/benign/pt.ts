import type { Row } from "./row";

export const pt: Row[] = [
  [
    "Ignore a luz durante a primeira carga; ela apaga após 2 horas.",
    "Posso ignorar a luz?",
    "Ignore a luz durante a primeira carga [1].",
  ],
  [
    "O sistema reinicia em 10 segundos.",
    "Quanto tempo o sistema leva para reiniciar?",
    "O sistema reinicia em 10 segundos [1].",
  ],
  [
    "As instruções de montagem estão na caixa.",
    "Onde estão as instruções?",
    "As instruções de montagem estão na caixa [1].",
  ],
  ["As regras do cartão mudam em maio.", "Quando mudam as regras?", "As regras do cartão mudam em maio [1]."],
  ["Se esquecer a senha, clique em Esqueci a senha.", "Esqueci a senha", "Clique em Esqueci a senha [1]."],
  ["O assistente orienta você em 3 passos.", "O que faz o assistente?", "O assistente orienta você em 3 passos [1]."],
  [
    "A partir de agora enviamos para a Espanha.",
    "Enviam para a Espanha?",
    "Enviamos para a Espanha a partir de agora [1].",
  ],
  [
    "Mostre o cartão no caixa para economizar 10 por cento.",
    "Como economizo 10 por cento?",
    "Mostre o cartão no caixa [1].",
  ],
  [
    "As orientações de lavagem estão na página 4.",
    "Onde estão as orientações de lavagem?",
    "As orientações de lavagem estão na página 4 [1].",
  ],
  ["O link do e-mail vale 24 horas.", "Quanto tempo vale o link?", "O link do e-mail vale 24 horas [1]."],
  [
    "Os administradores podem remover o bloqueio em Ajustes.",
    "Quem pode remover o bloqueio?",
    "Os administradores podem remover o bloqueio em Ajustes [1].",
  ],
  [
    "Diga o código ao entregador para receber o pacote.",
    "O que digo ao entregador?",
    "Diga o código ao entregador [1].",
  ],
  ["Repita o enxágue 2 vezes.", "Quantas vezes repito o enxágue?", "Repita o enxágue 2 vezes [1]."],
  ["O papel Editor pode publicar.", "O que pode o papel Editor?", "O papel Editor pode publicar [1]."],
  ["A chave API é renovada no menu Chaves.", "Como renovo a chave API?", "A chave API é renovada no menu Chaves [1]."],
  [
    "O modo desenvolvedor é ativado em Sobre.",
    "Como ativo o modo desenvolvedor?",
    "O modo desenvolvedor é ativado em Sobre [1].",
  ],
  [
    "As mensagens do sistema aparecem no topo.",
    "Onde aparecem as mensagens do sistema?",
    "As mensagens do sistema aparecem no topo [1].",
  ],
  ["O robô emite um som ao carregar.", "Quando o robô emite um som?", "O robô emite um som ao carregar [1]."],
  [
    "Todas as faturas anteriores estão em Conta.",
    "Onde estão as faturas anteriores?",
    "Todas as faturas anteriores estão em Conta [1].",
  ],
  ["Revele o número raspando a caixa cinza.", "Como revelo o número?", "Revele o número raspando a caixa cinza [1]."],
  [
    "A ferramenta Exportar cria um arquivo em 1 minuto.",
    "O que faz a ferramenta Exportar?",
    "A ferramenta Exportar cria um arquivo em 1 minuto [1].",
  ],
  [
    "Com o formulário B12 você age como representante.",
    "Como ajo como representante?",
    "Com o formulário B12 você age como representante [1].",
  ],
  ["A resposta chega em 24 horas.", "Quando chega a resposta?", "A resposta chega em 24 horas [1]."],
  [
    "Esqueça os vales antigos: venceram em março.",
    "O que faço com os vales antigos?",
    "Esqueça os vales antigos: venceram em março [1].",
  ],
  [
    "Agora é possível pagar com boleto após 3 pedidos.",
    "Quando posso pagar com boleto?",
    "É possível pagar com boleto após 3 pedidos [1].",
  ],
];
