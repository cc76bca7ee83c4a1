export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the gateway answers and its database does
         * @description Anybody may ask.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers, whatever its database does
         * @description Anybody may ask.
         */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether requests may be sent here
         * @description Anybody may ask.
         */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description Anybody may ask.
         */
        get: operations["getOpenapi.json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the widget must know before it opens
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        get: operations["getWidget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a session, or renew the one whose token is sent
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a conversation with a message
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        get: operations["getConversationsConversationId"];
        put?: never;
        /**
         * Go on with a conversation
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postConversationsConversationId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "input_invalid" | "token_missing" | "token_expired" | "token_invalid" | "identity_required" | "origin_missing" | "origin_not_allowed" | "https_required" | "origin_mismatch" | "tenant_mismatch" | "scope_refused" | "challenge_required" | "recent_sign_in_required" | "site_key_invalid" | "conversation_not_found" | "not_found" | "method_not_allowed" | "conversation_closed" | "conflict" | "too_large" | "type_not_supported" | "rate_limited" | "quota_exceeded" | "unexpected" | "answer_unavailable";
            requestId: string;
            errors?: {
                path: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready for requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        /** @constant */
                        live: true;
                        ready: boolean;
                    };
                };
            };
            /** @description Alive, but the database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        /** @constant */
                        live: true;
                        ready: boolean;
                    };
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ok: true;
                        /** @constant */
                        live: true;
                    };
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready for requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        ready: boolean;
                    };
                };
            };
            /** @description The database does not answer, or the process is about to end. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        ready: boolean;
                    };
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getOpenapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        openapi: "3.1.0";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWidget: {
        parameters: {
            query?: {
                siteKey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look, texts and demand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        demand: "anonymous" | "session" | "identity";
                        title: string;
                        introText: string;
                        suggestedQuestions: string[];
                        /** @enum {string} */
                        theme: "light" | "dark" | "auto";
                        /** @enum {string} */
                        position: "bottom-right" | "bottom-left";
                        primaryColor: string | null;
                    };
                };
            };
            /** @description Unchanged since the ETag sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The site key, or the tenant's id. Needed where no token and no conversation names the tenant. */
                    siteKey?: string;
                    pageUrlHash?: string;
                };
            };
        };
        responses: {
            /** @description The session and its token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        session_id: string;
                        expires_in: number;
                        /** Format: date-time */
                        expires_at: string;
                    };
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The site key, or the tenant's id. Needed where no token and no conversation names the tenant. */
                    siteKey?: string;
                    message: string;
                    /** @default true */
                    citations?: boolean;
                    nonce?: string;
                    pageUrlHash?: string;
                };
            };
        };
        responses: {
            /** @description The conversation and its first answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversationId: string;
                        message: {
                            id: string;
                            /** @enum {string} */
                            role: "user" | "assistant";
                            content: string;
                            citations: {
                                marker: number;
                                title: string;
                                url: string | null;
                                quote: string;
                                sourceId: string;
                            }[];
                            grounded: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        moderation?: {
                            /** @constant */
                            flagged: true;
                        };
                    };
                    "text/event-stream": string;
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsConversationId: {
        parameters: {
            query?: {
                siteKey?: string;
                after?: string;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its messages in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversationId: string;
                        /** @enum {string} */
                        status: "ai" | "waiting" | "person" | "closed";
                        messages: {
                            id: string;
                            /** @enum {string} */
                            role: "user" | "assistant";
                            content: string;
                            citations: {
                                marker: number;
                                title: string;
                                url: string | null;
                                quote: string;
                                sourceId: string;
                            }[];
                            grounded: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsConversationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The site key, or the tenant's id. Needed where no token and no conversation names the tenant. */
                    siteKey?: string;
                    message: string;
                    /** @default true */
                    citations?: boolean;
                    nonce?: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversationId: string;
                        message: {
                            id: string;
                            /** @enum {string} */
                            role: "user" | "assistant";
                            content: string;
                            citations: {
                                marker: number;
                                title: string;
                                url: string | null;
                                quote: string;
                                sourceId: string;
                            }[];
                            grounded: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        moderation?: {
                            /** @constant */
                            flagged: true;
                        };
                    };
                    "text/event-stream": string;
                };
            };
            /** @description A refusal: a problem with a code. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
