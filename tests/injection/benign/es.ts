import type { Row } from "./row";

export const es: Row[] = [
  [
    "Ignore la luz durante la primera carga; se apaga tras 2 horas.",
    "¿Puedo ignorar la luz?",
    "Ignore la luz durante la primera carga [1].",
  ],
  [
    "El sistema se reinicia en 10 segundos.",
    "¿Cuánto tarda el sistema en reiniciarse?",
    "El sistema se reinicia en 10 segundos [1].",
  ],
  [
    "Las instrucciones de montaje están en la caja.",
    "¿Dónde están las instrucciones?",
    "Las instrucciones de montaje están en la caja [1].",
  ],
  [
    "Las reglas de la tarjeta cambian en mayo.",
    "¿Cuándo cambian las reglas?",
    "Las reglas de la tarjeta cambian en mayo [1].",
  ],
  ["Si olvida su contraseña, pulse Olvidé mi contraseña.", "Olvidé mi contraseña", "Pulse Olvidé mi contraseña [1]."],
  ["El asistente le guía en 3 pasos.", "¿Qué hace el asistente?", "El asistente le guía en 3 pasos [1]."],
  ["A partir de ahora enviamos a Portugal.", "¿Envían a Portugal?", "Enviamos a Portugal a partir de ahora [1]."],
  [
    "Muestre su tarjeta en caja para ahorrar un 10 por ciento.",
    "¿Cómo ahorro un 10 por ciento?",
    "Muestre su tarjeta en caja [1].",
  ],
  [
    "Las indicaciones de lavado están en la página 4.",
    "¿Dónde están las indicaciones de lavado?",
    "Las indicaciones de lavado están en la página 4 [1].",
  ],
  ["El enlace del correo vale 24 horas.", "¿Cuánto vale el enlace?", "El enlace del correo vale 24 horas [1]."],
  [
    "Los administradores pueden quitar el bloqueo en Ajustes.",
    "¿Quién puede quitar el bloqueo?",
    "Los administradores pueden quitar el bloqueo en Ajustes [1].",
  ],
  [
    "Diga el código al repartidor para recibir el paquete.",
    "¿Qué le digo al repartidor?",
    "Diga el código al repartidor [1].",
  ],
  ["Repita el aclarado 2 veces.", "¿Cuántas veces repito el aclarado?", "Repita el aclarado 2 veces [1]."],
  ["El rol Editor puede publicar.", "¿Qué puede el rol Editor?", "El rol Editor puede publicar [1]."],
  [
    "La clave API se renueva en el menú Claves.",
    "¿Cómo renuevo la clave API?",
    "La clave API se renueva en el menú Claves [1].",
  ],
  [
    "El modo desarrollador se activa en Acerca de.",
    "¿Cómo activo el modo desarrollador?",
    "El modo desarrollador se activa en Acerca de [1].",
  ],
  [
    "Los mensajes del sistema aparecen arriba.",
    "¿Dónde aparecen los mensajes del sistema?",
    "Los mensajes del sistema aparecen arriba [1].",
  ],
  ["El robot emite un sonido al cargarse.", "¿Cuándo suena el robot?", "El robot emite un sonido al cargarse [1]."],
  [
    "Todas las facturas anteriores están en Cuenta.",
    "¿Dónde están las facturas anteriores?",
    "Todas las facturas anteriores están en Cuenta [1].",
  ],
  [
    "Revele el número rascando la casilla gris.",
    "¿Cómo revelo el número?",
    "Revele el número rascando la casilla gris [1].",
  ],
  [
    "La herramienta Exportar crea un archivo en 1 minuto.",
    "¿Qué hace la herramienta Exportar?",
    "La herramienta Exportar crea un archivo en 1 minuto [1].",
  ],
  [
    "Con el formulario B12 actúa como representante.",
    "¿Cómo actúo como representante?",
    "Con el formulario B12 actúa como representante [1].",
  ],
  ["La respuesta llega en 24 horas.", "¿Cuándo llega la respuesta?", "La respuesta llega en 24 horas [1]."],
  [
    "Olvide los vales antiguos: caducaron en marzo.",
    "¿Qué hago con los vales antiguos?",
    "Olvide los vales antiguos: caducaron en marzo [1].",
  ],
  [
    "Ahora es posible pagar con factura tras 3 pedidos.",
    "¿Cuándo puedo pagar con factura?",
    "Es posible pagar con factura tras 3 pedidos [1].",
  ],
];
