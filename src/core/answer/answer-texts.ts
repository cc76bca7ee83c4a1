// What we say ourselves, in the language of the question.
import { detectLanguage, type Language } from "@/store/detect-language";

interface Texts {
  /** I do not know. */
  nothing: string;
  nearest: string;
  /** With a person to ask, and without. */
  orPerson: string;
  person: string;
  again: string;
  unconfirmed: string;
  flagged: string;
  unchecked: string;
  passedOn: string;
}

const en: Texts = {
  nothing: "I don’t know: I found nothing in our help pages that answers this.",
  nearest: "These pages come nearest:",
  orPerson: "Could you put it another way, or ask for a person?",
  person: "You can also ask for a person.",
  again: "Could you put it another way?",
  unconfirmed: "not confirmed by our help pages",
  flagged: "I cannot help with that as it is worded. Please put your question another way, and I will gladly try.",
  unchecked: "I cannot check messages just now. Please try again in a moment.",
  passedOn: "Thank you. Your message was passed on; somebody from the team will answer here.",
};

const TEXTS: Partial<Record<Language, Texts>> = {
  english: en,
  german: {
    nothing: "Das weiß ich nicht: Auf unseren Hilfeseiten habe ich nichts gefunden, was diese Frage beantwortet.",
    nearest: "Am nächsten kommen diese Seiten:",
    orPerson: "Können Sie es anders formulieren oder nach einem Menschen fragen?",
    person: "Sie können auch nach einem Menschen fragen.",
    again: "Können Sie es anders formulieren?",
    unconfirmed: "von unseren Hilfeseiten nicht bestätigt",
    flagged: "So formuliert kann ich dabei nicht helfen. Bitte fragen Sie anders, dann versuche ich es gern.",
    unchecked: "Ich kann Nachrichten gerade nicht prüfen. Bitte versuchen Sie es gleich noch einmal.",
    passedOn: "Danke. Ihre Nachricht wurde weitergegeben; jemand aus dem Team antwortet Ihnen hier.",
  },
  french: {
    nothing: "Je ne sais pas : je n’ai rien trouvé dans nos pages d’aide qui réponde à cette question.",
    nearest: "Voici les pages les plus proches :",
    orPerson: "Pouvez-vous reformuler, ou demander une personne ?",
    person: "Vous pouvez aussi demander une personne.",
    again: "Pouvez-vous reformuler ?",
    unconfirmed: "non confirmé par nos pages d’aide",
    flagged: "Je ne peux pas aider avec cette formulation. Posez la question autrement, et j’essaierai volontiers.",
    unchecked: "Je ne peux pas vérifier les messages pour l’instant. Réessayez dans un moment.",
    passedOn: "Merci. Votre message a été transmis ; une personne de l’équipe répondra ici.",
  },
  spanish: {
    nothing: "No lo sé: no he encontrado nada en nuestras páginas de ayuda que responda a esto.",
    nearest: "Estas páginas son las más cercanas:",
    orPerson: "¿Puede preguntarlo de otra forma o pedir hablar con una persona?",
    person: "También puede pedir hablar con una persona.",
    again: "¿Puede preguntarlo de otra forma?",
    unconfirmed: "no confirmado por nuestras páginas de ayuda",
    flagged: "No puedo ayudar con eso tal como está escrito. Pregúntelo de otra forma y lo intentaré con gusto.",
    unchecked: "Ahora mismo no puedo revisar mensajes. Inténtelo de nuevo en un momento.",
    passedOn: "Gracias. Su mensaje se ha transmitido; alguien del equipo responderá aquí.",
  },
  portuguese: {
    nothing: "Não sei: não encontrei nada nas nossas páginas de ajuda que responda a isso.",
    nearest: "Estas páginas são as mais próximas:",
    orPerson: "Pode perguntar de outra forma ou pedir para falar com uma pessoa?",
    person: "Também pode pedir para falar com uma pessoa.",
    again: "Pode perguntar de outra forma?",
    unconfirmed: "não confirmado pelas nossas páginas de ajuda",
    flagged: "Não posso ajudar com isso da forma como está escrito. Pergunte de outra forma e tentarei com gosto.",
    unchecked: "Não consigo verificar mensagens agora. Tente novamente daqui a pouco.",
    passedOn: "Obrigado. A sua mensagem foi encaminhada; alguém da equipe responderá aqui.",
  },
  arabic: {
    nothing: "لا أعرف: لم أجد في صفحات المساعدة لدينا ما يجيب عن هذا السؤال.",
    nearest: "هذه أقرب الصفحات:",
    orPerson: "هل يمكنك صياغة السؤال بطريقة أخرى أو طلب التحدث إلى شخص؟",
    person: "يمكنك أيضا طلب التحدث إلى شخص.",
    again: "هل يمكنك صياغة السؤال بطريقة أخرى؟",
    unconfirmed: "غير مؤكد في صفحات المساعدة لدينا",
    flagged: "لا يمكنني المساعدة بهذه الصياغة. يرجى طرح السؤال بطريقة أخرى وسأحاول بكل سرور.",
    unchecked: "لا يمكنني فحص الرسائل الآن. يرجى المحاولة مرة أخرى بعد قليل.",
    passedOn: "شكرا. تم تمرير رسالتك وسيرد عليك أحد أعضاء الفريق هنا.",
  },
};
const ja: Texts = {
  nothing: "わかりません。ヘルプページには、この質問の答えが見つかりませんでした。",
  nearest: "近い内容のページはこちらです：",
  orPerson: "別の言い方で質問するか、担当者をお呼びください。",
  person: "担当者を呼ぶこともできます。",
  again: "別の言い方で質問していただけますか。",
  unconfirmed: "ヘルプページでは確認できません",
  flagged: "その書き方ではお手伝いできません。別の言い方で質問してください。",
  unchecked: "ただいまメッセージを確認できません。しばらくしてからもう一度お試しください。",
  passedOn: "ありがとうございます。メッセージを担当者に伝えました。こちらで返信します。",
};

/** Our texts in the language that a question, or what was said before it, is written in; English where nothing tells it. */
export function toTexts(question: string, before = ""): Texts {
  for (const text of [question, before]) {
    // Only Japanese has these letters.
    if (/[\p{sc=Hira}\p{sc=Kana}]/u.test(text)) return ja;
    const language = detectLanguage(text);
    const known = language && TEXTS[language];
    if (known) return known;
  }
  return en;
}
