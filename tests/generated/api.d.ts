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
    "/api/v1/widget/blocked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell that the page’s own Content-Security-Policy keeps the widget from the gateway
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        get: operations["getWidgetBlocked"];
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
         * Begin a session, renew the one whose token is sent, or, with an API key, begin one of your user's
         * @description Visitors, from a page of an allowed origin, or the tenant's server with an API key.
         */
        post: operations["postSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End the session whose token is sent
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        delete: operations["deleteSessionsCurrent"];
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
        /**
         * List conversations, the one with the newest message first
         * @description The tenant's server, with an API key; no Origin is needed.
         */
        get: operations["getConversations"];
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
         * @description Visitors, from a page of an allowed origin, or the tenant's server with an API key.
         */
        get: operations["getConversationsConversationId"];
        put?: never;
        /**
         * Go on with a conversation
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postConversationsConversationId"];
        /**
         * Erase a conversation
         * @description Visitors, from a page of an allowed origin, or the tenant's server with an API key.
         */
        delete: operations["deleteConversationsConversationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a conversation: what came since, then what comes
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        get: operations["getConversationsConversationIdEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether an answer helped
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postConversationsConversationIdFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a conversation
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postConversationsConversationIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a person
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postConversationsConversationIdEscalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A copy of a conversation to keep
         * @description Visitors, from a page of an allowed origin, or the tenant's server with an API key.
         */
        get: operations["getConversationsConversationIdExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the allowed origins
         * @description The tenant's server, with an API key; no Origin is needed.
         */
        get: operations["getOrigins"];
        put?: never;
        /**
         * Allow an origin, for good or for a while
         * @description The tenant's server, with an API key; no Origin is needed.
         */
        post: operations["postOrigins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/origins/{originId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Refuse an origin from now on
         * @description The tenant's server, with an API key; no Origin is needed.
         */
        delete: operations["deleteOriginsOriginId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Bring a source to this text
         * @description The tenant's server, with an API key; no Origin is needed.
         */
        put: operations["putSourcesExternalId"];
        post?: never;
        /**
         * Remove a source
         * @description The tenant's server, with an API key; no Origin is needed.
         */
        delete: operations["deleteSourcesExternalId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a file into a conversation
         * @description Visitors, from a page of an allowed origin: the browser's Origin header is needed.
         */
        post: operations["postConversationsConversationIdFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a file, by its link
         * @description Whoever holds the link, until it expires.
         */
        get: operations["getFilesFileId"];
        put?: never;
        post?: never;
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
            code: "input_invalid" | "token_missing" | "token_expired" | "token_invalid" | "identity_required" | "origin_missing" | "origin_not_allowed" | "https_required" | "origin_mismatch" | "tenant_mismatch" | "scope_refused" | "challenge_required" | "recent_sign_in_required" | "two_step_required" | "site_key_invalid" | "conversation_not_found" | "not_found" | "method_not_allowed" | "conversation_closed" | "conflict" | "too_large" | "type_not_supported" | "rate_limited" | "quota_exceeded" | "unexpected" | "answer_unavailable";
            requestId: string;
            errors?: {
                path: string;
                message: string;
            }[];
            challenge?: {
                /** @constant */
                algorithm: "sha256-leading-zero-bits";
                challenge: string;
                difficulty: number;
            };
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
                tenantKey?: string;
                tenantId?: string;
                version?: string;
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
                        features: {
                            feedback: boolean;
                            uploads: boolean;
                            escalation: boolean;
                            citations: boolean;
                        };
                        consentText: string | null;
                        launcherColor: string | null;
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
    getWidgetBlocked: {
        parameters: {
            query?: {
                siteKey?: string;
                tenantKey?: string;
                tenantId?: string;
                directive?: string;
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console shows it beside the origin. */
            204: {
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
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantKey?: string;
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantId?: string;
                    pageUrlHash?: string;
                    nonce?: string;
                    proof?: {
                        challenge: string;
                        solution: string;
                    };
                } | {
                    userId: string;
                    userEmail?: string | null;
                    userRoles?: string[] | null;
                    plan?: string | null;
                    origin: string;
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
    deleteSessionsCurrent: {
        parameters: {
            query?: {
                siteKey?: string;
                tenantKey?: string;
                tenantId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its token is dead. */
            204: {
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
    getConversations: {
        parameters: {
            query?: {
                origin?: string;
                userId?: string;
                status?: "ai" | "waiting" | "person" | "closed";
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them; `next` is the `before` of the page after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversations: {
                            conversationId: string;
                            origin: string;
                            /** @enum {string} */
                            status: "ai" | "waiting" | "person" | "closed";
                            userId: string | null;
                            email: string | null;
                            question: string;
                            answered: boolean;
                            flagged: boolean;
                            opinion: ("positive" | "negative") | null;
                            messages: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastMessageAt: string;
                        }[];
                        next: string | null;
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
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantKey?: string;
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantId?: string;
                    message: string;
                    /** @default true */
                    citations?: boolean;
                    nonce?: string;
                    pageUrlHash?: string;
                    context?: {
                        [key: string]: string;
                    };
                    proof?: {
                        challenge: string;
                        solution: string;
                    };
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
                        questionId?: string;
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
                            /** @enum {string} */
                            author?: "person" | "system";
                            /** @constant */
                            state?: "pending";
                            /** @constant */
                            searchOnly?: true;
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
                tenantKey?: string;
                tenantId?: string;
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
                            /** @enum {string} */
                            author?: "person" | "system";
                            /** @constant */
                            state?: "pending";
                            /** @constant */
                            searchOnly?: true;
                        }[];
                        files?: {
                            fileId: string;
                            name: string;
                            type: string;
                            size: number;
                            url: string;
                            /** Format: date-time */
                            expiresAt: string;
                        }[];
                    } | {
                        conversationId: string;
                        origin: string;
                        /** @enum {string} */
                        status: "ai" | "waiting" | "person" | "closed";
                        visitorId: string | null;
                        identity: {
                            userId: string;
                            email: string | null;
                            roles: string[];
                            plan: string | null;
                        } | null;
                        pageUrlHash: string | null;
                        context: {
                            [key: string]: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        lastMessageAt: string;
                        escalation: {
                            /** Format: date-time */
                            at: string;
                            reason: string | null;
                            email: string | null;
                        } | null;
                        closing: {
                            /** Format: date-time */
                            at: string;
                            resolution: string | null;
                            rating: number | null;
                        } | null;
                        files: {
                            name: string;
                            type: string;
                            size: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
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
                            /** @enum {string} */
                            author?: "person" | "system";
                            /** @constant */
                            state?: "pending";
                            /** @constant */
                            searchOnly?: true;
                            flagged: boolean;
                            answerMs: number | null;
                            opinion: {
                                /** @enum {string} */
                                value: "positive" | "negative";
                                comment: string | null;
                            } | null;
                        }[];
                        earlier: string | null;
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
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantKey?: string;
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantId?: string;
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
                        questionId?: string;
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
                            /** @enum {string} */
                            author?: "person" | "system";
                            /** @constant */
                            state?: "pending";
                            /** @constant */
                            searchOnly?: true;
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
    deleteConversationsConversationId: {
        parameters: {
            query?: {
                siteKey?: string;
                tenantKey?: string;
                tenantId?: string;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing of it is left. */
            204: {
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
    getConversationsConversationIdEvents: {
        parameters: {
            query?: {
                siteKey?: string;
                tenantKey?: string;
                tenantId?: string;
                after?: string;
                lastEventId?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until the stream is 10 minutes old. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
    postConversationsConversationIdFeedback: {
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
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantKey?: string;
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantId?: string;
                    messageId: string;
                    /** @enum {string} */
                    value: "positive" | "negative";
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Noted. */
            204: {
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
    postConversationsConversationIdClose: {
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
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantKey?: string;
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantId?: string;
                    /** @enum {string} */
                    resolution: "resolved" | "unresolved";
                    rating?: number;
                };
            };
        };
        responses: {
            /** @description It takes no more messages. */
            204: {
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
    postConversationsConversationIdEscalate: {
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
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantKey?: string;
                    /** @description The tenant's id, accepted wherever siteKey is. */
                    tenantId?: string;
                    reason?: string;
                    /** Format: email */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description The team is told; until it hands back, no answerer speaks. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversationId: string;
                        /** @enum {string} */
                        status: "ai" | "waiting" | "person" | "closed";
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
    getConversationsConversationIdExport: {
        parameters: {
            query?: {
                siteKey?: string;
                tenantKey?: string;
                tenantId?: string;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that was said, as a file. */
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
                            /** @enum {string} */
                            author?: "person" | "system";
                            /** @constant */
                            state?: "pending";
                            /** @constant */
                            searchOnly?: true;
                        }[];
                        files?: {
                            fileId: string;
                            name: string;
                            type: string;
                            size: number;
                            url: string;
                            /** Format: date-time */
                            expiresAt: string;
                        }[];
                        origin: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        exportedAt: string;
                        escalation: {
                            /** Format: date-time */
                            at: string;
                            reason: string | null;
                            email: string | null;
                        } | null;
                        closing: {
                            /** Format: date-time */
                            at: string;
                            resolution: string | null;
                            rating: number | null;
                        } | null;
                        feedback: {
                            messageId: string;
                            /** @enum {string} */
                            value: "positive" | "negative";
                            comment: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    } | {
                        conversationId: string;
                        origin: string;
                        /** @enum {string} */
                        status: "ai" | "waiting" | "person" | "closed";
                        visitorId: string | null;
                        identity: {
                            userId: string;
                            email: string | null;
                            roles: string[];
                            plan: string | null;
                        } | null;
                        pageUrlHash: string | null;
                        context: {
                            [key: string]: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        lastMessageAt: string;
                        escalation: {
                            /** Format: date-time */
                            at: string;
                            reason: string | null;
                            email: string | null;
                        } | null;
                        closing: {
                            /** Format: date-time */
                            at: string;
                            resolution: string | null;
                            rating: number | null;
                        } | null;
                        files: {
                            name: string;
                            type: string;
                            size: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
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
                            /** @enum {string} */
                            author?: "person" | "system";
                            /** @constant */
                            state?: "pending";
                            /** @constant */
                            searchOnly?: true;
                            flagged: boolean;
                            answerMs: number | null;
                            opinion: {
                                /** @enum {string} */
                                value: "positive" | "negative";
                                comment: string | null;
                            } | null;
                        }[];
                        /** Format: date-time */
                        exportedAt: string;
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
    getOrigins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        origins: {
                            id: string;
                            pattern: string;
                            group: string | null;
                            expiresAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            lastSeenAt: string | null;
                            widgetVersion: string | null;
                            widgetSeenAt: string | null;
                            blockedBy: string | null;
                            blockedAt: string | null;
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
    postOrigins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pattern: string;
                    group?: string | null;
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description It is allowed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        pattern: string;
                        group: string | null;
                        expiresAt: string | null;
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
    deleteOriginsOriginId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                originId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is refused, in every process within a second. */
            204: {
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
    putSourcesExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    text: string;
                    /** Format: uri */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Answers use it from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sourceId: string;
                        externalId: string;
                        changed: boolean;
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
    deleteSourcesExternalId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No answer uses it any more. */
            204: {
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
    postConversationsConversationIdFiles: {
        parameters: {
            query?: {
                siteKey?: string;
                tenantKey?: string;
                tenantId?: string;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The file, and a link to it that works for five minutes. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fileId: string;
                        name: string;
                        type: string;
                        size: number;
                        url: string;
                        /** Format: date-time */
                        expiresAt: string;
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
    getFilesFileId: {
        parameters: {
            query: {
                exp: string;
                sig: string;
            };
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, to be saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
                    "image/gif": string;
                    "image/webp": string;
                    "application/pdf": string;
                    "text/plain": string;
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
