export const attachEnglish = {
  attach: "Attach a file",
  sendingFile: "Sending {name}…",
  fileSent: "File sent: {name}",
  fileTooLarge: "{name} is too large. Files may have up to 10 MB.",
  fileNotSupported: "{name} cannot be sent. Images, PDF and text files can.",
};
