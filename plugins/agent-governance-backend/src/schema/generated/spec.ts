/* eslint-disable */
// Generated from ../openapi.yaml by "yarn generate". Do not edit.

import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types';

/** The contract, as a value. */
export const spec: OpenAPIV3.DocumentV3 = {
  "openapi": "3.0.3",
  "info": {
    "title": "Agent governance",
    "version": "1",
    "description": "What AI agents ask for, what became of it, and why.\n\nThe `operationId` of every operation is the name of the method of `AgentGovernanceApi` that calls it.\nErrors come in the framework's envelope; see `Error`. Who may call an operation is said in its description,\nand what a caller may not see looks as if it did not exist.\n",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "security": [
    {
      "backstageToken": []
    }
  ],
  "paths": {
    "/v1/action-calls": {
      "post": {
        "operationId": "callAction",
        "tags": [
          "action requests"
        ],
        "summary": "Ask to run one action, and wait on the line",
        "description": "For agents. What is allowed is carried out before the answer, in the caller's presence; hanging up cuts it off.\nA denial, a hold, a failure and an unknown outcome are successful answers: `request.state` says which.\nThe same call again joins the one that is open: a held one stays held, a running one is waited for, and one that\nwas approved meanwhile runs now. There is never a second effect.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ActionCallInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What came of it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionCall"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "429": {
            "$ref": "#/components/responses/TooManyOpenRequestsError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests": {
      "post": {
        "operationId": "createActionRequest",
        "tags": [
          "action requests"
        ],
        "summary": "Ask to run one action on one target",
        "description": "For agents. The request is decided before anything happens and recorded with the decision.\nA denial is a successful answer: the request exists, with the verdict `deny` and what would turn it.\nThe same key with the same body answers with the same request; with another body it is a conflict.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateActionRequestInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The request, decided",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionRequest"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "429": {
            "$ref": "#/components/responses/TooManyOpenRequestsError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      },
      "get": {
        "operationId": "listActionRequests",
        "tags": [
          "action requests"
        ],
        "summary": "List action requests",
        "description": "For everybody, as far as they may see: agents their own requests, people those whose target and agent\nthey may read. There are no totals.\n",
        "parameters": [
          {
            "name": "target",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the target",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "agent",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the agent",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "action",
            "in": "query",
            "allowReserved": true,
            "description": "Id of the action",
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "environment",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "run",
            "in": "query",
            "allowReserved": true,
            "description": "Id of the agent's task",
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "Any of these states; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 15,
              "items": {
                "$ref": "#/components/schemas/ActionRequestState"
              }
            }
          },
          {
            "name": "verdict",
            "in": "query",
            "description": "Any of these verdicts; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 3,
              "items": {
                "$ref": "#/components/schemas/Verdict"
              }
            }
          },
          {
            "name": "waitingForMe",
            "in": "query",
            "description": "Only held requests that the person asking may review",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "order",
            "in": "query",
            "description": "Newest first when absent",
            "schema": {
              "type": "string",
              "enum": [
                "newest",
                "oldest"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionRequestPage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "getActionRequest",
        "tags": [
          "action requests"
        ],
        "summary": "Look at one request, or wait until it changes",
        "description": "For everybody who may see it. With `waitSeconds` the answer comes when the state has changed since\n`sinceRevision`, or when the time is up; hang up to stop waiting.\n",
        "parameters": [
          {
            "name": "waitSeconds",
            "in": "query",
            "description": "How long to wait for a change",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 60
            }
          },
          {
            "name": "sinceRevision",
            "in": "query",
            "description": "Answer at once when the revision is already past this one",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The request as it stands",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionRequest"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests/{id}/withdraw": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "withdrawActionRequest",
        "tags": [
          "action requests"
        ],
        "summary": "Take a request back",
        "description": "For the agent that asked, until the execution starts.",
        "responses": {
          "200": {
            "description": "The request, withdrawn",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionRequest"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests/{id}/outcome": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "reportOutcome",
        "tags": [
          "action requests"
        ],
        "summary": "Say what was seen of an action whose outcome is unknown",
        "description": "For the agent that asked, only while the request is `unknown`: in any other state the portal knows the\noutcome itself, or will. A claim: nothing moves by it, and it is shown to the person who finds out. A later\nreport takes the place of an earlier one, up to ten; the same again changes nothing. `evidence` is at most\n4 KiB of canonical JSON.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReportOutcomeInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request, as unknown as before",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionRequest"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests/{id}/reconcile": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "reconcileActionRequest",
        "tags": [
          "reviews"
        ],
        "summary": "Say what came of an action whose outcome is unknown",
        "description": "For people who own the target, and administrators; never for the person it was asked for, or who started its\nrun. It ends the request: `succeeded` says that it happened, `failed` that it did not. Quotes the revision the\nperson looked at; where the request has moved on, or its agent said more meanwhile, nothing is recorded.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReconcileInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request, reconciled",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionRequest"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests/{id}/explanation": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "explainActionRequest",
        "tags": [
          "action requests"
        ],
        "summary": "Everything about one request, in the order it happened",
        "description": "For everybody who may see the request. Entities that are named in it and that the caller may not read\nare masked.\n",
        "responses": {
          "200": {
            "description": "Decisions with their facts, reviews and ledger entries",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Explanation"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests/{id}/review-view": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "getReviewPresentation",
        "tags": [
          "reviews"
        ],
        "summary": "What a reviewer votes on",
        "description": "For people. Rendered for the person asking and remembered as shown to them: a review quotes its digest.\n",
        "responses": {
          "200": {
            "description": "The presentation",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewPresentation"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/action-requests/{id}/reviews": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "submitReview",
        "tags": [
          "reviews"
        ],
        "summary": "Vote on a held request",
        "description": "For people with standing. The vote binds to one hold decision and to the presentation the person looked\nat; when the hold has changed or ended, nothing is recorded and the new state is in the message.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SubmitReviewInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The vote",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Review"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/actions": {
      "get": {
        "operationId": "listActions",
        "tags": [
          "action requests"
        ],
        "summary": "The actions the caller may ask for",
        "description": "For everybody; people see all of them.",
        "responses": {
          "200": {
            "description": "Registered actions",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ActionDescription"
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/context/{kind}/{namespace}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getContext",
        "tags": [
          "context"
        ],
        "summary": "What is known about an entity, and how good it is",
        "description": "For everybody who may read the entity. Agents get a snapshot with an id to quote in a request;\npeople get the same without one.\n",
        "responses": {
          "200": {
            "description": "The facts, each measured against its standard",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContextSnapshot"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/outlooks/{kind}/{namespace}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getOutlook",
        "tags": [
          "action-requests"
        ],
        "summary": "What an agent may do to an entity now",
        "description": "What would be decided if the agent asked just now: a forecast, nothing of it is recorded. For people who may\nread both the agent and the entity, and for the agent itself. With `action` and `environment` one verdict,\nand what would turn it.\n",
        "parameters": [
          {
            "name": "agent",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "action",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "environment",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A verdict for every action that is for such an entity, in every environment",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Outlook"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/context/{kind}/{namespace}/{name}/sign-offs": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "post": {
        "operationId": "signOffContext",
        "tags": [
          "context"
        ],
        "summary": "Vouch for the present value of a fact",
        "description": "For people with standing. Bound to the digest of the value the person looked at; when the value has\nchanged meanwhile, it is a conflict.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SignOffInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The sign-off",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContextSignOff"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/context-reports": {
      "post": {
        "operationId": "reportContext",
        "tags": [
          "context"
        ],
        "summary": "State facts about entities",
        "description": "For services that `agentGovernance.context.sources` names as the voice of a source. All facts of a\nreport are taken, or none.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ContextReportInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How many facts were taken",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "accepted"
                  ],
                  "properties": {
                    "accepted": {
                      "type": "integer",
                      "minimum": 0
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/conditions": {
      "get": {
        "operationId": "getConditions",
        "tags": [
          "conditions"
        ],
        "summary": "What is going on around an entity",
        "description": "For everybody who may read the entity: incidents, health and deployments in every environment, exactly as\ndecisions see them. Each is known, stale or unknown, and says since when and from whom.\n",
        "parameters": [
          {
            "name": "entity",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "description": "Entity ref",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What holds now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityConditions"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/condition-sources": {
      "get": {
        "operationId": "listConditionSources",
        "tags": [
          "conditions"
        ],
        "summary": "Who reports what is going on, and whether they are heard",
        "description": "For people with the permission `agent-governance.condition-source.read`.",
        "responses": {
          "200": {
            "description": "Every source",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConditionSourceList"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/condition-reports/{source}": {
      "post": {
        "operationId": "receiveConditionReports",
        "tags": [
          "conditions"
        ],
        "summary": "Say what is going on",
        "description": "For the systems in `agentGovernance.conditions.sources`, which are no principals of the portal: each signs what\nit sends with its own secret, over the bytes of the body, and the answer comes once it is committed. The shape\nof the body is the one of the source's type:\n\n- `generic`: `ConditionReports` below. `X-Agent-Governance-Timestamp` holds the time of sending in seconds since\n  1970, and `X-Agent-Governance-Signature` holds `v1=` and the HMAC-SHA256, in hexadecimal, over that\n  timestamp, a dot and the body. The same delivery is taken in once; what is sent again is signed again.\n- `pagerduty`: a V3 webhook, with `X-PagerDuty-Signature`.\n- `alertmanager`: a webhook of version 4, with `Authorization: Bearer`.\n\nSignatures may be several, separated by commas, while secrets are changed. Everything in a delivery is taken in\nor nothing. An observation never gives way to an older one, which is ignored and answered as such.\n",
        "security": [],
        "parameters": [
          {
            "name": "source",
            "in": "path",
            "required": true,
            "description": "Id of the source",
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "X-Agent-Governance-Timestamp",
            "in": "header",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "X-Agent-Governance-Signature",
            "in": "header",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "X-PagerDuty-Signature",
            "in": "header",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ConditionReports"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Committed; what became of each report",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConditionReportResults"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "429": {
            "$ref": "#/components/responses/TooManyReportsError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes": {
      "get": {
        "operationId": "listFreezes",
        "tags": [
          "freezes"
        ],
        "summary": "List freezes",
        "description": "For everybody, as far as they may read what a freeze covers.\n",
        "parameters": [
          {
            "name": "covering",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref; only freezes that cover it (its own, its system's, environment-wide ones)",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "Any of these states; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 4,
              "items": {
                "$ref": "#/components/schemas/FreezeState"
              }
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezePage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      },
      "post": {
        "operationId": "createFreeze",
        "tags": [
          "freezes"
        ],
        "summary": "Say that nothing may change in a scope for a time, once or again and again",
        "description": "For people who own the scope, and platform admins.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateFreezeInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The freeze",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Freeze"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/agenda": {
      "get": {
        "operationId": "getFreezeAgenda",
        "tags": [
          "freezes"
        ],
        "summary": "What is in force when",
        "description": "For everybody, as far as they may read what a freeze covers. At most 93 days.\n",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Instant"
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Instant"
            }
          },
          {
            "name": "covering",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref; only freezes that cover it (its own, its system's, environment-wide ones)",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Freezes and their occurrences in the window",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezeAgenda"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/calendars": {
      "get": {
        "operationId": "listFreezeCalendars",
        "tags": [
          "freezes"
        ],
        "summary": "The calendars that freezes are read from, and how reading them went",
        "description": "For people.\n",
        "responses": {
          "200": {
            "description": "Calendars",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/FreezeCalendar"
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/permission": {
      "get": {
        "operationId": "mayFreeze",
        "tags": [
          "freezes"
        ],
        "summary": "Whether the person asking may set or end freezes over a scope",
        "description": "For people. At least one of the two parameters is needed.\n",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "environments",
            "in": "query",
            "allowReserved": true,
            "description": "Names of environments; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "$ref": "#/components/schemas/ShortText"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer, with its reason",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Permission"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/preview": {
      "post": {
        "operationId": "previewFreeze",
        "tags": [
          "freezes"
        ],
        "summary": "What a freeze would cover and when, without setting it",
        "description": "For people.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateFreezeInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Scope and recurrence in words, the next occurrences, and what is covered",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezePreview"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/import": {
      "post": {
        "operationId": "importFreezes",
        "tags": [
          "freezes"
        ],
        "summary": "Read an iCalendar file, and set what it says",
        "description": "For people who own the scope, and platform admins. Without `apply` it only says what would be set.\nNothing is set while one event is refused.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ImportFreezesInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Each event, and what becomes of it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezeImport"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "getFreeze",
        "tags": [
          "freezes"
        ],
        "summary": "A freeze with everything around it",
        "description": "For everybody who may read what it covers.\n",
        "responses": {
          "200": {
            "description": "What it covers, when it comes next, and exceptions from it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezeDetails"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/{id}/end": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "endFreeze",
        "tags": [
          "freezes"
        ],
        "summary": "End a freeze early",
        "description": "For people who own its scope, and platform admins. Where it takes several, the freeze is still in force in\nthe answer and says who agreed.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FreezeStepInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The freeze, ended or nearer to it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Freeze"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/{id}/exceptions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "askFreezeException",
        "tags": [
          "freezes"
        ],
        "summary": "Ask for an exception from a freeze",
        "description": "For people who may read the freeze. Nothing is excepted before enough others approve.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AskFreezeExceptionInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The exception, asked for",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezeException"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/{id}/exceptions/{exceptionId}/approve": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        },
        {
          "$ref": "#/components/parameters/ExceptionId"
        }
      ],
      "post": {
        "operationId": "approveFreezeException",
        "tags": [
          "freezes"
        ],
        "summary": "Approve an exception",
        "description": "For people who own the scope of the freeze, and platform admins; not for whoever asked.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FreezeStepInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The exception, active or nearer to it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezeException"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/freezes/{id}/exceptions/{exceptionId}/end": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        },
        {
          "$ref": "#/components/parameters/ExceptionId"
        }
      ],
      "post": {
        "operationId": "endFreezeException",
        "tags": [
          "freezes"
        ],
        "summary": "End an exception, or refuse it",
        "description": "For people who own the scope of the freeze, platform admins, and whoever asked.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FreezeStepInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The exception, ended",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FreezeException"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/mcp-servers": {
      "get": {
        "operationId": "listMcpServers",
        "tags": [
          "mcp"
        ],
        "summary": "List the MCP servers behind the gateway",
        "description": "For people, as far as they may read the servers' entities in the catalog.",
        "responses": {
          "200": {
            "description": "Servers, by id",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/McpServer"
                      }
                    }
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/mcp-servers/{server}/tools": {
      "parameters": [
        {
          "$ref": "#/components/parameters/McpServerId"
        }
      ],
      "get": {
        "operationId": "listMcpTools",
        "tags": [
          "mcp"
        ],
        "summary": "List the tools of one server, and whether each may be called",
        "description": "For people who may read the server's entity in the catalog.",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "description": "Any of these states; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 4,
              "items": {
                "$ref": "#/components/schemas/McpToolState"
              }
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Part of the name or the title",
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page, by name",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/McpToolPage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/mcp-servers/{server}/tools/{tool}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/McpServerId"
        },
        {
          "$ref": "#/components/parameters/McpToolName"
        }
      ],
      "get": {
        "operationId": "getMcpTool",
        "tags": [
          "mcp"
        ],
        "summary": "One tool, as it was accepted and as it was seen last",
        "description": "For people who may read the server's entity in the catalog.",
        "responses": {
          "200": {
            "description": "The tool",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/McpToolDetail"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/mcp-servers/{server}/tools/{tool}/accept": {
      "parameters": [
        {
          "$ref": "#/components/parameters/McpServerId"
        },
        {
          "$ref": "#/components/parameters/McpToolName"
        }
      ],
      "post": {
        "operationId": "acceptMcpTool",
        "tags": [
          "mcp"
        ],
        "summary": "Let agents ask for a tool exactly as it was seen",
        "description": "For owners of the server's entity, and platform admins.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AcceptMcpToolInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The tool, accepted",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/McpToolDetail"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/policies": {
      "get": {
        "operationId": "listPolicies",
        "tags": [
          "policies"
        ],
        "summary": "List the policies of the catalog, and what became of each",
        "description": "For people with `agent-governance.policy.read`, as far as they may read the policies in the catalog.",
        "parameters": [
          {
            "name": "level",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DocumentLevel"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the group or person who answers for them",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "Any of these states; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 7,
              "items": {
                "$ref": "#/components/schemas/PolicyState"
              }
            }
          },
          {
            "name": "covering",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref; only policies that decide and could have a say about it",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Part of the title or the ref",
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "order",
            "in": "query",
            "description": "With a minus the other way round. Levels go from the widest to the narrowest, changes from the oldest to the newest, and what is alike by ref",
            "schema": {
              "type": "string",
              "enum": [
                "ref",
                "-ref",
                "level",
                "-level",
                "owner",
                "-owner",
                "changed",
                "-changed"
              ],
              "default": "ref"
            }
          },
          {
            "name": "pending",
            "in": "query",
            "description": "Only policies a change of which waits for people to agree",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyPage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/policies/{namespace}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getPolicy",
        "tags": [
          "policies"
        ],
        "summary": "Everything there is to know about one policy",
        "description": "For people with `agent-governance.policy.read` who may read it in the catalog.",
        "responses": {
          "200": {
            "description": "The policy",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyDetail"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/policies/{namespace}/{name}/confirm": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "post": {
        "operationId": "confirmPolicy",
        "tags": [
          "policies"
        ],
        "summary": "Confirm that a vanished policy is gone, and end what it still forbids",
        "description": "For people with the authority of its level, and platform admins.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ConfirmPolicyInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The policy as it was until now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicySummary"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/policies/{namespace}/{name}/effects": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getPolicyEffects",
        "tags": [
          "policies"
        ],
        "summary": "What a policy did in the last days, or would have done in shadow mode",
        "description": "For people with `agent-governance.policy.read` who may read it in the catalog. Counts are of the decisions that they may see, and of no others.",
        "parameters": [
          {
            "name": "days",
            "in": "query",
            "description": "How many days, today included, in UTC; thirty when absent",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 90
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Counts by day, agent and rule, and some of the latest decisions",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyEffects"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/policies/{namespace}/{name}/texts/{digest}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        },
        {
          "name": "digest",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "pattern": "^[0-9a-f]{64}$"
          }
        }
      ],
      "get": {
        "operationId": "getPolicyText",
        "tags": [
          "policies"
        ],
        "summary": "A text that decided once, decides, or was proposed, by the digest its history names",
        "description": "For people with `agent-governance.policy.read` who may read the policy in the catalog.",
        "responses": {
          "200": {
            "description": "The text",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyDocument"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/policies/{namespace}/{name}/pending/approve": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "post": {
        "operationId": "approvePolicyChange",
        "tags": [
          "policies"
        ],
        "summary": "Agree to a change of a policy that waits for people",
        "description": "For the people that `agentGovernance.policyChanges.quorum` names. Binds to exactly the change that is quoted back: another revision or another text is a conflict.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/VotePolicyChangeInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The policy as it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyDetail"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/policies/{namespace}/{name}/pending/reject": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "post": {
        "operationId": "rejectPolicyChange",
        "tags": [
          "policies"
        ],
        "summary": "Say no to a change of a policy that waits for people",
        "description": "For the people that `agentGovernance.policyChanges.quorum` names. Binds to exactly the change that is quoted back: another revision or another text is a conflict.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/VotePolicyChangeInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The policy as it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyDetail"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/organization": {
      "get": {
        "operationId": "exportOrganization",
        "tags": [
          "policies"
        ],
        "summary": "Who may speak for what, to judge policies away from the portal",
        "description": "For people with `agent-governance.policy.read`. Groups and entities that the caller may not read in the catalog are left out, the same as if they did not exist.",
        "parameters": [
          {
            "name": "entity",
            "in": "query",
            "allowReserved": true,
            "description": "Refs of entities whose owners are wanted, besides those that policies speak about already; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 100,
              "items": {
                "$ref": "#/components/schemas/EntityRef"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The organization as it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Organization"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/checkpoint-coverage": {
      "get": {
        "operationId": "getCheckpointCoverage",
        "tags": [
          "policies"
        ],
        "summary": "What policy documents say of every action that changes something, in every environment",
        "description": "For people with `agent-governance.policy.read`. States are the same for everybody; rules of policies that the caller may not see are not named.",
        "parameters": [
          {
            "name": "environment",
            "in": "query",
            "description": "Only cells of any of these environments; may be repeated. Numbers are of all",
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "$ref": "#/components/schemas/ShortText"
              }
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "Only cells in any of these states; may be repeated. Numbers are of all",
            "schema": {
              "type": "array",
              "maxItems": 4,
              "items": {
                "$ref": "#/components/schemas/CheckpointCoverageState"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Numbers and cells",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CheckpointCoverage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/replays": {
      "get": {
        "operationId": "listReplays",
        "tags": [
          "policies"
        ],
        "summary": "List replays",
        "description": "For people with `agent-governance.policy.replay`, their own; for auditors, all. The newest first.",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "description": "Any of these states; may be repeated",
            "schema": {
              "type": "array",
              "maxItems": 5,
              "items": {
                "$ref": "#/components/schemas/ReplayState"
              }
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReplayPage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      },
      "post": {
        "operationId": "startReplay",
        "tags": [
          "policies"
        ],
        "summary": "Try a draft of policies on recorded decisions",
        "description": "For people with `agent-governance.policy.replay`, over decisions about agents and targets that they may both\nread; for auditors, over all. It goes on by itself. A draft that cannot be compiled is refused, with `problems`\nin the error, and nothing is kept of it. While another one of the same person is under way it is a conflict,\nwith its id as `replayId` in the error.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/StartReplayInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "It waits for its turn, or has begun",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Replay"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/replays/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "getReplay",
        "tags": [
          "policies"
        ],
        "summary": "Where a replay is, and its report",
        "description": "For who started it, and for auditors; one that the portal started, for those it was started for. With\n`waitSeconds` the answer comes when its revision is another than `revision`, or when the time is up; hang up to\nstop waiting.\n",
        "parameters": [
          {
            "name": "waitSeconds",
            "in": "query",
            "description": "How long to wait for a change",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 60
            }
          },
          {
            "name": "revision",
            "in": "query",
            "description": "The revision that is known",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The replay",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Replay"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/replays/{id}/cancel": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "cancelReplay",
        "tags": [
          "policies"
        ],
        "summary": "Stop a replay",
        "description": "For who started it. Nothing is left of what was counted; one that has ended stays as it is.",
        "responses": {
          "200": {
            "description": "The replay",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Replay"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/replays/{id}/flips": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "listReplayFlips",
        "tags": [
          "policies"
        ],
        "summary": "The decisions that a draft would turn",
        "description": "For whoever may see the replay, as far as they may read the target and the agent of each. In the order they were decided, up to a number; `notKept` says how many are not.",
        "parameters": [
          {
            "name": "agent",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "team",
            "in": "query",
            "allowReserved": true,
            "description": "Owner of the target",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "action",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "policy",
            "in": "query",
            "allowReserved": true,
            "description": "A policy of the draft that had something to say, now or under the draft",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ReplayFlipKind"
            }
          },
          {
            "name": "from",
            "in": "query",
            "description": "Verdict under the policies that decide",
            "schema": {
              "$ref": "#/components/schemas/Verdict"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Verdict under the draft",
            "schema": {
              "$ref": "#/components/schemas/Verdict"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReplayFlips"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/replays/{id}/report.md": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "getReplayMarkdown",
        "tags": [
          "policies"
        ],
        "summary": "The report of a replay as Markdown, for a pull request",
        "description": "For whoever may see the replay. Text of others is escaped.",
        "responses": {
          "200": {
            "description": "The report",
            "content": {
              "text/markdown": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/stops": {
      "get": {
        "operationId": "listStops",
        "tags": [
          "stops"
        ],
        "summary": "List stops",
        "description": "For everybody, as far as they may read what a stop brakes. The latest pulled first.",
        "parameters": [
          {
            "name": "covering",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref; only stops felt there: of it, of what it is part of, of agents that act on it, of actions, of everything. For an agent: of it, of actions, of everything",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/StopState"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StopPage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      },
      "post": {
        "operationId": "pullStop",
        "tags": [
          "stops"
        ],
        "summary": "Stop an agent, a target, an action or everything, at once",
        "description": "For people who own what it brakes, and platform admins. When this is answered, nothing in the scope starts any more. Pulling what is pulled changes nothing, except that a release under way begins anew.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PullStopInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The stop that is in force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Stop"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/stops/preview": {
      "get": {
        "operationId": "previewStop",
        "tags": [
          "stops"
        ],
        "summary": "Whether the person asking may pull a stop, and what it would do now",
        "description": "For people.",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/StopKind"
            }
          },
          {
            "name": "ref",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the agent or target, or id of the action",
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          {
            "name": "on",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer, with its reason; what it would do only for those who may",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StopPreview"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/stops/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "getStop",
        "tags": [
          "stops"
        ],
        "summary": "One stop, and whether the person asking may agree to its release",
        "description": "For people who may read what it brakes, or release it.",
        "responses": {
          "200": {
            "description": "The stop",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StopDetails"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/stops/{id}/release": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "releaseStop",
        "tags": [
          "stops"
        ],
        "summary": "Agree to release a stop",
        "description": "For people who own what it brakes, and platform admins. It is released when as many of them have agreed as its quorum asks for, each counted once.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReleaseStopInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The stop, released or still in force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Stop"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/delegations": {
      "get": {
        "operationId": "listDelegations",
        "tags": [
          "delegations"
        ],
        "summary": "List delegations of people to agents",
        "description": "For people: their own, those to agents they own, and for platform admins all. For agents: those to them. The latest granted first.",
        "parameters": [
          {
            "name": "agent",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref; only those to this agent",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "grantedBy",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref; only those by this person",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DelegationState"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DelegationPage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      },
      "post": {
        "operationId": "grantDelegation",
        "tags": [
          "delegations"
        ],
        "summary": "Let an agent do certain things on one's behalf, until a moment",
        "description": "For people, on their own behalf. The agent quotes the id. It gets nothing of the person's: what it may is decided as before, and denied where the person may not do it themselves.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/GrantDelegationInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The delegation, in force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Delegation"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/delegations/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "get": {
        "operationId": "getDelegation",
        "tags": [
          "delegations"
        ],
        "summary": "One delegation, and whether the caller may revoke it",
        "description": "For the person, the agent, those who own the agent, platform admins and auditors.",
        "responses": {
          "200": {
            "description": "The delegation",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DelegationDetails"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/delegations/{id}/revoke": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Id"
        }
      ],
      "post": {
        "operationId": "revokeDelegation",
        "tags": [
          "delegations"
        ],
        "summary": "Revoke a delegation, at once",
        "description": "For the person, those who own the agent, and platform admins. When this is answered, nothing starts under it any more, and what waited under it is voided.",
        "responses": {
          "200": {
            "description": "The delegation, revoked",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Delegation"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/agents": {
      "get": {
        "operationId": "listAgents",
        "tags": [
          "directory"
        ],
        "summary": "The agents of the portal, and whether they count",
        "description": "For everybody, as far as they may read the agents.",
        "parameters": [
          {
            "name": "operating",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref; only agents that say they operate it",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Agents",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/AgentSummary"
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/agents/{kind}/{namespace}/{name}/identity": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getAgentIdentity",
        "tags": [
          "directory"
        ],
        "summary": "What an agent proves itself with",
        "description": "For people who may read the agent. When each key and identity was used is told to the agent's owners, to\nadministrators and to auditors; when the auth plugin does not answer, that is said, and nothing is made up.\n",
        "responses": {
          "200": {
            "description": "Keys and identities",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AgentIdentity"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/agents/{kind}/{namespace}/{name}/reach": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getReach",
        "tags": [
          "directory"
        ],
        "summary": "What an agent may do to many entities now",
        "description": "What would be decided if the agent asked just now: a forecast, nothing of it is recorded. For people who may\nread both the agent and the entities, and for the agent itself; entities the caller may not read are left out.\nNothing more is found out once the caller hangs up.\n",
        "parameters": [
          {
            "name": "target",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "Entity refs; repeated",
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 25,
              "items": {
                "$ref": "#/components/schemas/EntityRef"
              }
            }
          },
          {
            "name": "action",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "Ids of registered actions; repeated",
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 25,
              "items": {
                "$ref": "#/components/schemas/ShortText"
              }
            }
          },
          {
            "name": "environment",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/ShortText"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A verdict for every action on every target it is for",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Reach"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/simulations": {
      "post": {
        "operationId": "simulate",
        "tags": [
          "policies"
        ],
        "summary": "What would be decided about a request that nobody made",
        "description": "For people with `agent-governance.policy.simulate`, about agents and targets that they may both read. Decided\nexactly as a request would be, on facts gathered now or on those of a recorded decision, any of which may be\noverridden. Nothing is recorded, and nothing is authorised. A conflict says that a request would be turned\naway before anything is decided.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SimulationInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The decision as it would be",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Simulation"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "409": {
            "$ref": "#/components/responses/ConflictError"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLargeError"
          },
          "429": {
            "$ref": "#/components/responses/TooManySimulationsError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/coverage": {
      "get": {
        "operationId": "getCoverage",
        "tags": [
          "directory"
        ],
        "summary": "What of the portal is open to agents, and what of it governance does not see",
        "description": "For people who may read the whole record (`agent-governance.ledger.read`). Reading it is audited.",
        "responses": {
          "200": {
            "description": "Plugins, roads and servers",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Coverage"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/environments": {
      "get": {
        "operationId": "listEnvironments",
        "tags": [
          "directory"
        ],
        "summary": "The configured environments",
        "description": "For everybody.",
        "responses": {
          "200": {
            "description": "Environments, by rank",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Environment"
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/ledger/entries": {
      "get": {
        "operationId": "listLedgerEntries",
        "tags": [
          "ledger"
        ],
        "summary": "What was recorded, newest first",
        "description": "Auditors see everything. Others name the stream of a request they may see.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/Stream"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LedgerEntryPage"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    },
    "/v1/ledger/verification": {
      "get": {
        "operationId": "verifyLedger",
        "tags": [
          "ledger"
        ],
        "summary": "Check the record",
        "description": "Hashes, order and meaning, and what the check cannot show. Auditors check everything; others name the\nstream of a request they may see.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/Stream"
          }
        ],
        "responses": {
          "200": {
            "description": "What was found",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LedgerVerification"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InputError"
          },
          "401": {
            "$ref": "#/components/responses/AuthenticationError"
          },
          "403": {
            "$ref": "#/components/responses/NotAllowedError"
          },
          "404": {
            "$ref": "#/components/responses/NotFoundError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailableError"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "backstageToken": {
        "type": "http",
        "scheme": "bearer",
        "description": "A Backstage token of an agent, a person or a service"
      }
    },
    "parameters": {
      "Id": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[A-Za-z0-9-]{1,64}$"
        }
      },
      "ExceptionId": {
        "name": "exceptionId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[A-Za-z0-9-]{1,64}$"
        }
      },
      "Kind": {
        "name": "kind",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/EntityRefPart"
        }
      },
      "Namespace": {
        "name": "namespace",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/EntityRefPart"
        }
      },
      "Name": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/EntityRefPart"
        }
      },
      "McpServerId": {
        "name": "server",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[a-z][a-z0-9-]{0,39}$"
        }
      },
      "McpToolName": {
        "name": "tool",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$"
        }
      },
      "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": true,
        "description": "Chosen by the agent, one for each thing it wants done; 1 to 255 visible ASCII characters",
        "schema": {
          "type": "string",
          "pattern": "^[\\x21-\\x7E]{1,255}$"
        }
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "description": "How many items at most",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 100,
          "default": 20
        }
      },
      "Cursor": {
        "name": "cursor",
        "in": "query",
        "description": "From the previous page, unchanged",
        "schema": {
          "type": "string",
          "pattern": "^[\\x21-\\x7E]{1,1024}$"
        }
      },
      "Stream": {
        "name": "stream",
        "in": "query",
        "allowReserved": true,
        "description": "What entries belong to, for example `action-request:<id>`",
        "schema": {
          "type": "string",
          "pattern": "^[\\x21-\\x7E]{1,300}$"
        }
      }
    },
    "responses": {
      "InputError": {
        "description": "Something about the question is wrong; every failing path is named",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "AuthenticationError": {
        "description": "Nobody, or an agent that does not count",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "NotAllowedError": {
        "description": "Not for this caller; the message says for whom",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "NotFoundError": {
        "description": "It does not exist, or the caller may not see it",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "ConflictError": {
        "description": "It has changed since, or can no longer be done; the message says how it stands",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "PayloadTooLargeError": {
        "description": "The body is larger than the portal takes; the message says how large it may be",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "TooManyOpenRequestsError": {
        "description": "The agent has too many requests open; close some, then ask again",
        "headers": {
          "Retry-After": {
            "description": "Seconds; sooner, the answer is hardly another",
            "schema": {
              "type": "integer"
            }
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "TooManySimulationsError": {
        "description": "The person simulates more than one person may at a time; try again in a moment",
        "headers": {
          "Retry-After": {
            "description": "Seconds; sooner, the answer is hardly another",
            "schema": {
              "type": "integer"
            }
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "TooManyReportsError": {
        "description": "Reports come faster than they are taken in; send it again later",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "ServiceUnavailableError": {
        "description": "Something the portal needs does not answer; nothing was recorded, ask again with the same key",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "JsonObject": {
        "type": "object",
        "additionalProperties": true
      },
      "JsonValue": {
        "description": "Any JSON, null included"
      },
      "EntityRef": {
        "description": "Entity ref, `[kind:][namespace/]name`",
        "type": "string",
        "pattern": "^[^\\s\\u0000-\\u001f\\uD800-\\uDFFF]{1,255}$"
      },
      "EntityRefPart": {
        "type": "string",
        "pattern": "^[^\\s/\\u0000-\\u001f\\uD800-\\uDFFF]{1,63}$"
      },
      "ShortText": {
        "type": "string",
        "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,255}$"
      },
      "FreeText": {
        "description": "Plain text of a person or an agent; shown as such, never interpreted",
        "type": "string",
        "minLength": 1,
        "maxLength": 2000,
        "pattern": "^[^\\u0000\\uD800-\\uDFFF]*$"
      },
      "Digest": {
        "description": "SHA-256 in lower-case hex",
        "type": "string",
        "pattern": "^[0-9a-f]{64}$"
      },
      "Instant": {
        "description": "ISO 8601 with offset or Z",
        "type": "string",
        "format": "date-time"
      },
      "Permission": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "allowed",
          "because"
        ],
        "properties": {
          "allowed": {
            "type": "boolean"
          },
          "because": {
            "type": "string"
          }
        }
      },
      "Error": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "request": {
            "type": "object"
          },
          "response": {
            "type": "object"
          }
        }
      },
      "EffectClass": {
        "type": "string",
        "enum": [
          "read",
          "idempotent",
          "keyed",
          "probeable",
          "once"
        ]
      },
      "ActionDescription": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "description",
          "effectClass",
          "inputSchema",
          "targetKinds",
          "requiresContext",
          "quotesContext",
          "takesSecrets",
          "derivesTarget",
          "tags"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "undo": {
            "type": "string"
          },
          "inputSchema": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "targetKinds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "requiresContext": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "quotesContext": {
            "type": "boolean"
          },
          "takesSecrets": {
            "type": "boolean"
          },
          "derivesTarget": {
            "type": "boolean"
          },
          "tags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "owner": {
            "type": "string"
          }
        }
      },
      "Environment": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "owner",
          "rank",
          "production"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "rank": {
            "type": "number"
          },
          "production": {
            "type": "boolean"
          }
        }
      },
      "Organization": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "schemaVersion",
          "exportedAt",
          "policyAdmins",
          "environments",
          "requiredLevels",
          "groups",
          "entities",
          "actions"
        ],
        "properties": {
          "schemaVersion": {
            "type": "integer",
            "enum": [
              1
            ]
          },
          "exportedAt": {
            "type": "string"
          },
          "policyAdmins": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Environment"
            }
          },
          "requiredLevels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyLevel"
            }
          },
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OrganizationGroup"
            }
          },
          "entities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OrganizationEntity"
            }
          },
          "actions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OrganizationAction"
            }
          }
        }
      },
      "OrganizationGroup": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "parent": {
            "type": "string"
          }
        }
      },
      "OrganizationEntity": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          }
        }
      },
      "OrganizationAction": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "effectClass",
          "mutates",
          "targetKinds",
          "quotesContext",
          "takesSecrets",
          "tags"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "mutates": {
            "type": "boolean"
          },
          "undo": {
            "type": "string"
          },
          "targetKinds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "quotesContext": {
            "type": "boolean"
          },
          "takesSecrets": {
            "type": "boolean"
          },
          "tags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "place": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "target",
              "environment"
            ],
            "properties": {
              "target": {
                "type": "string"
              },
              "environment": {
                "type": "string"
              }
            }
          }
        }
      },
      "AutonomyCeiling": {
        "type": "string",
        "enum": [
          "observe",
          "propose",
          "supervised",
          "autonomous"
        ]
      },
      "AgentSummary": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "title",
          "owner",
          "autonomy",
          "lifecycle",
          "standing",
          "because"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "autonomy": {
            "$ref": "#/components/schemas/AutonomyCeiling"
          },
          "lifecycle": {
            "type": "string"
          },
          "standing": {
            "type": "string",
            "enum": [
              "active",
              "untrusted",
              "inactive",
              "no-keys",
              "invalid"
            ]
          },
          "because": {
            "type": "string"
          }
        }
      },
      "Verdict": {
        "type": "string",
        "enum": [
          "allow",
          "hold",
          "deny"
        ]
      },
      "DecisionReason": {
        "type": "string",
        "enum": [
          "granted",
          "denied",
          "not-granted",
          "could-not-evaluate"
        ]
      },
      "ActionRequestState": {
        "type": "string",
        "enum": [
          "proposed",
          "held",
          "authorised",
          "executing",
          "denied",
          "rejected",
          "expired",
          "withdrawn",
          "voided",
          "lapsed",
          "stopped",
          "succeeded",
          "failed",
          "unknown",
          "reconciled"
        ]
      },
      "CreateActionRequestInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "action",
          "input"
        ],
        "properties": {
          "action": {
            "description": "Id of a registered action",
            "type": "string",
            "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,255}$"
          },
          "target": {
            "description": "Entity ref of the target; left out, or the same, where the action derives it",
            "allOf": [
              {
                "$ref": "#/components/schemas/EntityRef"
              }
            ]
          },
          "environment": {
            "description": "Name of a configured environment; left out, or the same, where the action derives it",
            "type": "string",
            "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,63}$"
          },
          "input": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "purpose": {
            "$ref": "#/components/schemas/FreeText"
          },
          "onBehalfOf": {
            "description": "Entity ref of the person this is done for, who must be in the catalog",
            "allOf": [
              {
                "$ref": "#/components/schemas/EntityRef"
              }
            ]
          },
          "delegation": {
            "description": "Id of a delegation that this agent was granted, is in force and is for this; the person who granted it is then the one this is done for",
            "type": "string",
            "pattern": "^[\\x21-\\x7E]{1,64}$"
          },
          "run": {
            "description": "Id of the task this belongs to",
            "type": "string",
            "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,255}$"
          },
          "runStep": {
            "description": "Which step of the run this is; only with `run`",
            "type": "integer",
            "minimum": 1,
            "maximum": 1000000
          },
          "runStartedAt": {
            "description": "When the run began, not in the future; only with `run`",
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ]
          },
          "runStartedBy": {
            "description": "Entity ref of the person who started the run, who must be in the catalog; only with `run`",
            "allOf": [
              {
                "$ref": "#/components/schemas/EntityRef"
              }
            ]
          },
          "contextSnapshot": {
            "description": "Id of a context snapshot this agent fetched of this target",
            "type": "string",
            "pattern": "^[A-Za-z0-9-]{1,36}$"
          }
        }
      },
      "ActionCallInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "action",
          "input"
        ],
        "properties": {
          "action": {
            "description": "Id of a registered action",
            "type": "string",
            "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,255}$"
          },
          "target": {
            "description": "Entity ref of the target; left out, or the same, where the action derives it",
            "allOf": [
              {
                "$ref": "#/components/schemas/EntityRef"
              }
            ]
          },
          "environment": {
            "description": "Name of a configured environment; left out, or the same, where the action derives it",
            "type": "string",
            "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,63}$"
          },
          "input": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "purpose": {
            "$ref": "#/components/schemas/FreeText"
          },
          "onBehalfOf": {
            "description": "Entity ref of the person this is done for, who must be in the catalog",
            "allOf": [
              {
                "$ref": "#/components/schemas/EntityRef"
              }
            ]
          },
          "delegation": {
            "description": "Id of a delegation that this agent was granted, is in force and is for this",
            "type": "string",
            "pattern": "^[\\x21-\\x7E]{1,64}$"
          },
          "run": {
            "description": "Id of the task this belongs to",
            "type": "string",
            "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,255}$"
          },
          "runStep": {
            "description": "Which step of the run this is; only with `run`",
            "type": "integer",
            "minimum": 1,
            "maximum": 1000000
          },
          "runStartedAt": {
            "description": "When the run began, not in the future; only with `run`",
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ]
          },
          "runStartedBy": {
            "description": "Entity ref of the person who started the run, who must be in the catalog; only with `run`",
            "allOf": [
              {
                "$ref": "#/components/schemas/EntityRef"
              }
            ]
          },
          "contextSnapshot": {
            "description": "Id of a context snapshot this agent fetched of this target",
            "type": "string",
            "pattern": "^[A-Za-z0-9-]{1,36}$"
          },
          "secrets": {
            "description": "For actions that take them, beside the input; never stored",
            "allOf": [
              {
                "$ref": "#/components/schemas/JsonObject"
              }
            ]
          }
        }
      },
      "ActionCall": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "request"
        ],
        "properties": {
          "request": {
            "$ref": "#/components/schemas/ActionRequest"
          },
          "output": {
            "description": "What the executor returned, when it ran and that is known here",
            "allOf": [
              {
                "$ref": "#/components/schemas/JsonObject"
              }
            ]
          }
        }
      },
      "UnblockStep": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "message",
          "who",
          "verdict"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "stop-released",
              "freeze-ends",
              "incident-resolved",
              "health-recovers",
              "deployment-ends",
              "owner-delegates",
              "context-renewed",
              "context-requoted",
              "wait",
              "policy-changed",
              "review",
              "grant",
              "retry"
            ]
          },
          "message": {
            "type": "string"
          },
          "about": {
            "$ref": "#/components/schemas/UnblockSubject"
          },
          "who": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          }
        }
      },
      "UnblockSubject": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "ref"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "freeze",
              "stop",
              "policy",
              "entity"
            ]
          },
          "ref": {
            "type": "string"
          }
        }
      },
      "Outlook": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "agentRef",
          "targetRef",
          "decidedAt",
          "environments",
          "actions"
        ],
        "properties": {
          "agentRef": {
            "type": "string"
          },
          "targetRef": {
            "type": "string"
          },
          "decidedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "actions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OutlookAction"
            }
          }
        }
      },
      "OutlookAction": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "actionId",
          "actionTitle",
          "effectClass",
          "verdicts"
        ],
        "properties": {
          "actionId": {
            "type": "string"
          },
          "actionTitle": {
            "type": "string"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "verdicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OutlookVerdict"
            }
          }
        }
      },
      "OutlookVerdict": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "environment",
          "verdict",
          "reason",
          "because",
          "unblock"
        ],
        "properties": {
          "environment": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "$ref": "#/components/schemas/DecisionReason"
          },
          "because": {
            "type": "string"
          },
          "unblock": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnblockStep"
            }
          }
        }
      },
      "ExecutionView": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "state",
          "attempt",
          "idempotencyKey",
          "startedAt"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "running",
              "succeeded",
              "failed",
              "unknown"
            ]
          },
          "attempt": {
            "type": "integer"
          },
          "idempotencyKey": {
            "type": "string"
          },
          "startedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "endedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "output": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "error": {
            "type": "string"
          }
        }
      },
      "KnownOutcome": {
        "description": "`succeeded`: it happened. `failed`: it did not.",
        "type": "string",
        "enum": [
          "succeeded",
          "failed"
        ]
      },
      "OutcomeReport": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "outcome",
          "number",
          "reportedAt"
        ],
        "properties": {
          "outcome": {
            "$ref": "#/components/schemas/KnownOutcome"
          },
          "note": {
            "type": "string"
          },
          "evidence": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "number": {
            "type": "integer"
          },
          "reportedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "Reconciliation": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "outcome",
          "comment",
          "reconciledBy",
          "standing",
          "via",
          "reconciledAt"
        ],
        "properties": {
          "outcome": {
            "$ref": "#/components/schemas/KnownOutcome"
          },
          "comment": {
            "type": "string"
          },
          "reconciledBy": {
            "type": "string"
          },
          "standing": {
            "type": "string",
            "enum": [
              "target-owner",
              "platform-admin"
            ]
          },
          "via": {
            "type": "string"
          },
          "reconciledAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ReportOutcomeInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "outcome"
        ],
        "properties": {
          "outcome": {
            "$ref": "#/components/schemas/KnownOutcome"
          },
          "note": {
            "$ref": "#/components/schemas/FreeText"
          },
          "evidence": {
            "$ref": "#/components/schemas/JsonObject"
          }
        }
      },
      "ReconcileInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "outcome",
          "comment",
          "revision"
        ],
        "properties": {
          "outcome": {
            "$ref": "#/components/schemas/KnownOutcome"
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          },
          "revision": {
            "description": "The revision the person looked at",
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "ActionRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "agentRef",
          "actionId",
          "actionTitle",
          "effectClass",
          "targetRef",
          "environment",
          "input",
          "actionDigest",
          "state",
          "verdict",
          "reason",
          "because",
          "retryable",
          "decisionId",
          "unblock",
          "revision",
          "createdAt",
          "updatedAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "agentRef": {
            "type": "string"
          },
          "actionId": {
            "type": "string"
          },
          "actionTitle": {
            "type": "string"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "undo": {
            "type": "string"
          },
          "targetRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "onBehalfOf": {
            "type": "string"
          },
          "delegationId": {
            "type": "string"
          },
          "purpose": {
            "type": "string"
          },
          "runId": {
            "type": "string"
          },
          "runStep": {
            "type": "integer"
          },
          "runStartedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "runStartedBy": {
            "type": "string"
          },
          "contextSnapshotId": {
            "type": "string"
          },
          "input": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "actionDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "state": {
            "$ref": "#/components/schemas/ActionRequestState"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "$ref": "#/components/schemas/DecisionReason"
          },
          "because": {
            "type": "string"
          },
          "retryable": {
            "type": "boolean"
          },
          "awaitsCaller": {
            "type": "boolean"
          },
          "decisionId": {
            "type": "string"
          },
          "holdDecisionId": {
            "type": "string"
          },
          "decideBy": {
            "$ref": "#/components/schemas/Instant"
          },
          "executeBy": {
            "$ref": "#/components/schemas/Instant"
          },
          "progress": {
            "$ref": "#/components/schemas/ReviewSummary"
          },
          "unblock": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnblockStep"
            }
          },
          "execution": {
            "$ref": "#/components/schemas/ExecutionView"
          },
          "outcomeReport": {
            "$ref": "#/components/schemas/OutcomeReport"
          },
          "reconciliation": {
            "$ref": "#/components/schemas/Reconciliation"
          },
          "revision": {
            "type": "integer"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ActionRequestPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ActionRequest"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "FactState": {
        "type": "string",
        "enum": [
          "known",
          "stale",
          "unknown"
        ]
      },
      "Fact": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "state",
          "source"
        ],
        "properties": {
          "value": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "state": {
            "$ref": "#/components/schemas/FactState"
          },
          "source": {
            "type": "string"
          },
          "observedAt": {
            "type": "string"
          },
          "ttlSeconds": {
            "type": "number"
          },
          "note": {
            "type": "string"
          }
        }
      },
      "Facts": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "schemaVersion",
          "agent",
          "subject",
          "action",
          "input",
          "target",
          "topology",
          "environment",
          "conditions",
          "context",
          "run",
          "history",
          "reviews",
          "time"
        ],
        "properties": {
          "schemaVersion": {
            "type": "number",
            "enum": [
              1
            ]
          },
          "agent": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "ref",
              "uid",
              "owner",
              "lifecycle",
              "autonomy",
              "operates",
              "model",
              "tags"
            ],
            "properties": {
              "ref": {
                "$ref": "#/components/schemas/Fact"
              },
              "uid": {
                "$ref": "#/components/schemas/Fact"
              },
              "owner": {
                "$ref": "#/components/schemas/Fact"
              },
              "lifecycle": {
                "$ref": "#/components/schemas/Fact"
              },
              "autonomy": {
                "$ref": "#/components/schemas/Fact"
              },
              "operates": {
                "$ref": "#/components/schemas/Fact"
              },
              "model": {
                "$ref": "#/components/schemas/Fact"
              },
              "tags": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "subject": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "ref",
              "groups",
              "delegation"
            ],
            "properties": {
              "ref": {
                "$ref": "#/components/schemas/Fact"
              },
              "groups": {
                "$ref": "#/components/schemas/Fact"
              },
              "delegation": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "action": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id",
              "definitionDigest",
              "effectClass",
              "mutates",
              "reversible",
              "quotesContext",
              "takesSecrets",
              "tags"
            ],
            "properties": {
              "id": {
                "$ref": "#/components/schemas/Fact"
              },
              "definitionDigest": {
                "$ref": "#/components/schemas/Fact"
              },
              "effectClass": {
                "$ref": "#/components/schemas/Fact"
              },
              "mutates": {
                "$ref": "#/components/schemas/Fact"
              },
              "reversible": {
                "$ref": "#/components/schemas/Fact"
              },
              "quotesContext": {
                "$ref": "#/components/schemas/Fact"
              },
              "takesSecrets": {
                "$ref": "#/components/schemas/Fact"
              },
              "tags": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "input": {
            "$ref": "#/components/schemas/Fact"
          },
          "target": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "ref",
              "uid",
              "etag",
              "kind",
              "type",
              "lifecycle",
              "owner",
              "system",
              "domain",
              "tier",
              "dataClass",
              "owners",
              "agents",
              "tags",
              "labels",
              "annotations"
            ],
            "properties": {
              "ref": {
                "$ref": "#/components/schemas/Fact"
              },
              "uid": {
                "$ref": "#/components/schemas/Fact"
              },
              "etag": {
                "$ref": "#/components/schemas/Fact"
              },
              "kind": {
                "$ref": "#/components/schemas/Fact"
              },
              "type": {
                "$ref": "#/components/schemas/Fact"
              },
              "lifecycle": {
                "$ref": "#/components/schemas/Fact"
              },
              "owner": {
                "$ref": "#/components/schemas/Fact"
              },
              "system": {
                "$ref": "#/components/schemas/Fact"
              },
              "domain": {
                "$ref": "#/components/schemas/Fact"
              },
              "tier": {
                "$ref": "#/components/schemas/Fact"
              },
              "dataClass": {
                "$ref": "#/components/schemas/Fact"
              },
              "owners": {
                "$ref": "#/components/schemas/Fact"
              },
              "agents": {
                "$ref": "#/components/schemas/Fact"
              },
              "tags": {
                "$ref": "#/components/schemas/Fact"
              },
              "labels": {
                "$ref": "#/components/schemas/Fact"
              },
              "annotations": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "topology": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "ownedByAgentOwner",
              "operates",
              "sameSystem",
              "sameDomain",
              "distance",
              "dependents",
              "highestTier"
            ],
            "properties": {
              "ownedByAgentOwner": {
                "$ref": "#/components/schemas/Fact"
              },
              "operates": {
                "$ref": "#/components/schemas/Fact"
              },
              "sameSystem": {
                "$ref": "#/components/schemas/Fact"
              },
              "sameDomain": {
                "$ref": "#/components/schemas/Fact"
              },
              "distance": {
                "$ref": "#/components/schemas/Fact"
              },
              "dependents": {
                "$ref": "#/components/schemas/Fact"
              },
              "highestTier": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "environment": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "name",
              "owner",
              "rank",
              "production"
            ],
            "properties": {
              "name": {
                "$ref": "#/components/schemas/Fact"
              },
              "owner": {
                "$ref": "#/components/schemas/Fact"
              },
              "rank": {
                "$ref": "#/components/schemas/Fact"
              },
              "production": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "conditions": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "freeze",
              "incident",
              "health",
              "deployInProgress",
              "stops"
            ],
            "properties": {
              "freeze": {
                "$ref": "#/components/schemas/Fact"
              },
              "incident": {
                "$ref": "#/components/schemas/Fact"
              },
              "health": {
                "$ref": "#/components/schemas/Fact"
              },
              "deployInProgress": {
                "$ref": "#/components/schemas/Fact"
              },
              "stops": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "context": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "required",
              "floorMet",
              "quoted"
            ],
            "properties": {
              "required": {
                "$ref": "#/components/schemas/Fact"
              },
              "floorMet": {
                "$ref": "#/components/schemas/Fact"
              },
              "quoted": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "run": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id",
              "step",
              "startedAt",
              "startedBy",
              "mutations",
              "failures",
              "unknownOutcomes"
            ],
            "properties": {
              "id": {
                "$ref": "#/components/schemas/Fact"
              },
              "step": {
                "$ref": "#/components/schemas/Fact"
              },
              "startedAt": {
                "$ref": "#/components/schemas/Fact"
              },
              "startedBy": {
                "$ref": "#/components/schemas/Fact"
              },
              "mutations": {
                "$ref": "#/components/schemas/Fact"
              },
              "failures": {
                "$ref": "#/components/schemas/Fact"
              },
              "unknownOutcomes": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "history": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "mutations",
              "sameActionOnTarget",
              "sameActionOnKind",
              "lastDenialAt",
              "novel"
            ],
            "properties": {
              "mutations": {
                "$ref": "#/components/schemas/Fact"
              },
              "sameActionOnTarget": {
                "$ref": "#/components/schemas/Fact"
              },
              "sameActionOnKind": {
                "$ref": "#/components/schemas/Fact"
              },
              "lastDenialAt": {
                "$ref": "#/components/schemas/Fact"
              },
              "novel": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          },
          "reviews": {
            "$ref": "#/components/schemas/Fact"
          },
          "time": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "now",
              "weekday",
              "hour",
              "zone"
            ],
            "properties": {
              "now": {
                "$ref": "#/components/schemas/Fact"
              },
              "weekday": {
                "$ref": "#/components/schemas/Fact"
              },
              "hour": {
                "$ref": "#/components/schemas/Fact"
              },
              "zone": {
                "$ref": "#/components/schemas/Fact"
              }
            }
          }
        }
      },
      "Ternary": {
        "description": "True, false, or the text `unknown`, which is neither",
        "anyOf": [
          {
            "type": "boolean"
          },
          {
            "type": "string",
            "enum": [
              "unknown"
            ]
          }
        ]
      },
      "FactRead": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "path",
          "state",
          "source"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "value": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "state": {
            "$ref": "#/components/schemas/FactState"
          },
          "source": {
            "type": "string"
          },
          "observedAt": {
            "type": "string"
          },
          "note": {
            "type": "string"
          }
        }
      },
      "CriteriaTrace": {
        "oneOf": [
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind",
              "result",
              "children"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "allOf",
                  "anyOf"
                ]
              },
              "result": {
                "$ref": "#/components/schemas/Ternary"
              },
              "children": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/CriteriaTrace"
                }
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind",
              "result",
              "children"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "not"
                ]
              },
              "result": {
                "$ref": "#/components/schemas/Ternary"
              },
              "children": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {
                  "$ref": "#/components/schemas/CriteriaTrace"
                }
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind",
              "rule",
              "params",
              "result",
              "because",
              "reads"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "rule"
                ]
              },
              "rule": {
                "type": "string"
              },
              "params": {
                "$ref": "#/components/schemas/JsonObject"
              },
              "result": {
                "$ref": "#/components/schemas/Ternary"
              },
              "because": {
                "type": "string"
              },
              "reads": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FactRead"
                }
              }
            }
          }
        ]
      },
      "RuleResult": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "effect",
          "matched",
          "because",
          "reads"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "effect": {
            "type": "string",
            "enum": [
              "deny",
              "require-approval",
              "allow"
            ]
          },
          "matched": {
            "$ref": "#/components/schemas/Ternary"
          },
          "because": {
            "type": "string"
          },
          "reads": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FactRead"
            }
          },
          "criteria": {
            "$ref": "#/components/schemas/CriteriaTrace"
          }
        }
      },
      "PolicyResult": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "rules"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "digest": {
            "$ref": "#/components/schemas/Digest"
          },
          "owner": {
            "type": "string"
          },
          "standing": {
            "$ref": "#/components/schemas/PolicyStanding"
          },
          "rules": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RuleResult"
            }
          }
        }
      },
      "PolicyStanding": {
        "type": "string",
        "enum": [
          "current",
          "last-good",
          "vanished",
          "no-good-text"
        ]
      },
      "PolicyLevel": {
        "type": "string",
        "enum": [
          "portal",
          "organization",
          "environment",
          "team",
          "service",
          "agent"
        ]
      },
      "PolicyEffect": {
        "type": "string",
        "enum": [
          "deny",
          "require-approval",
          "allow",
          "none"
        ]
      },
      "ShadowResult": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "level",
          "policy",
          "effect",
          "verdict"
        ],
        "properties": {
          "level": {
            "$ref": "#/components/schemas/PolicyLevel"
          },
          "policy": {
            "$ref": "#/components/schemas/PolicyResult"
          },
          "effect": {
            "$ref": "#/components/schemas/PolicyEffect"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          }
        }
      },
      "LevelResult": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "level",
          "granted",
          "effect",
          "because",
          "policies"
        ],
        "properties": {
          "level": {
            "type": "string",
            "enum": [
              "stops",
              "delegation",
              "portal",
              "organization",
              "environment",
              "team",
              "service",
              "agent"
            ]
          },
          "granted": {
            "type": "boolean"
          },
          "effect": {
            "$ref": "#/components/schemas/PolicyEffect"
          },
          "couldNotEvaluate": {
            "type": "string"
          },
          "openGrant": {
            "type": "string"
          },
          "because": {
            "type": "string"
          },
          "policies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyResult"
            }
          }
        }
      },
      "CheckpointTerm": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "resolved",
          "count"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "resolved": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "CheckpointAlternative": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "allOf"
        ],
        "properties": {
          "allOf": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckpointTerm"
            }
          }
        }
      },
      "Checkpoint": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "anyOf",
          "decideWithin",
          "executeWithin"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "policy": {
            "type": "string"
          },
          "rule": {
            "type": "string"
          },
          "anyOf": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckpointAlternative"
            }
          },
          "notes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "decideWithin": {
            "type": "string"
          },
          "executeWithin": {
            "type": "string"
          }
        }
      },
      "ReviewerLookup": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "refs",
          "eligible"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "refs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "eligible": {
            "type": "integer"
          }
        }
      },
      "ReviewersFound": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "lookups",
          "people"
        ],
        "properties": {
          "lookups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReviewerLookup"
            }
          },
          "people": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "standsFor",
                "count"
              ],
              "properties": {
                "standsFor": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "count": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "Decision": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "requestId",
          "purpose",
          "verdict",
          "reason",
          "because",
          "effectiveAt",
          "factsDigest",
          "policySetDigest",
          "requestDigest",
          "engineVersion",
          "levels",
          "shadow",
          "checkpoints"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "requestId": {
            "type": "string"
          },
          "purpose": {
            "type": "string",
            "enum": [
              "proposal",
              "review",
              "effect"
            ]
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "$ref": "#/components/schemas/DecisionReason"
          },
          "because": {
            "type": "string"
          },
          "effectiveAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "factsDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "policySetDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "requestDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "engineVersion": {
            "type": "string"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelResult"
            }
          },
          "shadow": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ShadowResult"
            }
          },
          "checkpoints": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Checkpoint"
            }
          },
          "reviewers": {
            "$ref": "#/components/schemas/ReviewersFound"
          }
        }
      },
      "DecisionCore": {
        "description": "A decision without what ties it to one request",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "verdict",
          "reason",
          "because",
          "effectiveAt",
          "policySetDigest",
          "engineVersion",
          "levels",
          "shadow",
          "checkpoints"
        ],
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "$ref": "#/components/schemas/DecisionReason"
          },
          "because": {
            "type": "string"
          },
          "effectiveAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "policySetDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "engineVersion": {
            "type": "string"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelResult"
            }
          },
          "shadow": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ShadowResult"
            }
          },
          "checkpoints": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Checkpoint"
            }
          },
          "reviewers": {
            "$ref": "#/components/schemas/ReviewersFound"
          }
        }
      },
      "PolicyDraft": {
        "description": "What is tried instead of the policies that decide; its changes are made one after the other",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "changes"
        ],
        "properties": {
          "changes": {
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/PolicyDraftChange"
            }
          }
        }
      },
      "PolicyDraftChange": {
        "oneOf": [
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind",
              "text"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "text"
                ]
              },
              "text": {
                "description": "YAML with one or more AgentPolicy documents",
                "type": "string",
                "maxLength": 524288
              },
              "file": {
                "type": "string",
                "maxLength": 300
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind",
              "policyRef"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "off"
                ]
              },
              "policyRef": {
                "$ref": "#/components/schemas/EntityRef"
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind",
              "policyRef",
              "mode"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "mode"
                ]
              },
              "policyRef": {
                "$ref": "#/components/schemas/EntityRef"
              },
              "mode": {
                "$ref": "#/components/schemas/PolicyMode"
              }
            }
          }
        ]
      },
      "DraftedPolicy": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "title",
          "change",
          "warnings"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "change": {
            "type": "string",
            "enum": [
              "added",
              "replaced",
              "mode",
              "off",
              "unchanged"
            ]
          },
          "before": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "mode"
            ],
            "properties": {
              "digest": {
                "$ref": "#/components/schemas/Digest"
              },
              "mode": {
                "$ref": "#/components/schemas/PolicyMode"
              }
            }
          },
          "after": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "digest",
              "mode"
            ],
            "properties": {
              "digest": {
                "$ref": "#/components/schemas/Digest"
              },
              "mode": {
                "$ref": "#/components/schemas/PolicyMode"
              }
            }
          },
          "inert": {
            "description": "Why its text counts for nothing",
            "type": "string"
          },
          "warnings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyProblem"
            }
          }
        }
      },
      "ReplayState": {
        "type": "string",
        "enum": [
          "queued",
          "running",
          "succeeded",
          "cancelled",
          "failed"
        ]
      },
      "ReplayFlipKind": {
        "description": "Whether the draft loosens or tightens the verdict, or holds as before and asks others, or otherwise",
        "type": "string",
        "enum": [
          "loosened",
          "tightened",
          "checkpoint"
        ]
      },
      "ReplayScope": {
        "description": "Which recorded decisions; every list that is left out means all",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to"
        ],
        "properties": {
          "from": {
            "type": "string",
            "maxLength": 40
          },
          "to": {
            "type": "string",
            "maxLength": 40
          },
          "agents": {
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "actions": {
            "description": "Ids; one may end in `*` to stand for all that start so",
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          },
          "targets": {
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "environments": {
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 63
            }
          }
        }
      },
      "StartReplayInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "draft",
          "scope"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "draft": {
            "$ref": "#/components/schemas/PolicyDraft"
          },
          "scope": {
            "$ref": "#/components/schemas/ReplayScope"
          }
        }
      },
      "Replay": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "createdAt",
          "state",
          "progress",
          "scope",
          "draft",
          "policies",
          "mayCancel",
          "revision"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "createdBy": {
            "description": "Absent for one that the portal started by itself",
            "type": "string"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "endedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "state": {
            "$ref": "#/components/schemas/ReplayState"
          },
          "progress": {
            "description": "In recorded decisions; the total is counted when it begins to run",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "total",
              "done"
            ],
            "properties": {
              "total": {
                "type": "integer",
                "minimum": 0
              },
              "done": {
                "type": "integer",
                "minimum": 0
              }
            }
          },
          "scope": {
            "$ref": "#/components/schemas/ReplayScope"
          },
          "draft": {
            "$ref": "#/components/schemas/PolicyDraft"
          },
          "policies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DraftedPolicy"
            }
          },
          "report": {
            "$ref": "#/components/schemas/ReplayReport"
          },
          "error": {
            "description": "Why it failed",
            "type": "string"
          },
          "mayCancel": {
            "description": "Whether the caller may stop it",
            "type": "boolean"
          },
          "revision": {
            "type": "integer"
          }
        }
      },
      "ReplayPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Replay"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "ReplayCount": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "key",
          "replayed",
          "loosened",
          "tightened",
          "checkpoint"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "replayed": {
            "type": "integer"
          },
          "loosened": {
            "type": "integer"
          },
          "tightened": {
            "type": "integer"
          },
          "checkpoint": {
            "type": "integer"
          }
        }
      },
      "ReplayCounts": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReplayCount"
            }
          },
          "others": {
            "description": "The rest together; absent where all are listed",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "keys",
              "replayed",
              "loosened",
              "tightened",
              "checkpoint"
            ],
            "properties": {
              "keys": {
                "type": "integer"
              },
              "replayed": {
                "type": "integer"
              },
              "loosened": {
                "type": "integer"
              },
              "tightened": {
                "type": "integer"
              },
              "checkpoint": {
                "type": "integer"
              }
            }
          }
        }
      },
      "VerdictPairs": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "from",
            "to",
            "count"
          ],
          "properties": {
            "from": {
              "$ref": "#/components/schemas/Verdict"
            },
            "to": {
              "$ref": "#/components/schemas/Verdict"
            },
            "count": {
              "type": "integer"
            }
          }
        }
      },
      "ReplayReport": {
        "description": "What a draft would change; the same decisions, policies and draft give the same report, byte for byte",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "schemaVersion",
          "scope",
          "base",
          "drafted",
          "engineVersion",
          "rulesVersion",
          "decisions",
          "replayed",
          "notReplayable",
          "flips",
          "loosened",
          "tightened",
          "checkpoint",
          "drift",
          "otherRules",
          "byAgent",
          "byTeam",
          "byAction",
          "byPolicy",
          "byPurpose",
          "digest"
        ],
        "properties": {
          "schemaVersion": {
            "type": "integer",
            "enum": [
              1
            ]
          },
          "scope": {
            "$ref": "#/components/schemas/ReplayScope"
          },
          "base": {
            "$ref": "#/components/schemas/Digest"
          },
          "drafted": {
            "$ref": "#/components/schemas/Digest"
          },
          "engineVersion": {
            "type": "string"
          },
          "rulesVersion": {
            "type": "string"
          },
          "decisions": {
            "description": "In scope, as far as they may be seen",
            "type": "integer"
          },
          "replayed": {
            "type": "integer"
          },
          "notReplayable": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "because",
                "count"
              ],
              "properties": {
                "because": {
                  "type": "string",
                  "enum": [
                    "facts-gone",
                    "facts-altered",
                    "facts-version",
                    "policy-set-gone",
                    "policy-set-altered",
                    "portal-rules",
                    "unreadable"
                  ]
                },
                "count": {
                  "type": "integer"
                }
              }
            }
          },
          "flips": {
            "$ref": "#/components/schemas/VerdictPairs"
          },
          "loosened": {
            "type": "integer"
          },
          "tightened": {
            "type": "integer"
          },
          "checkpoint": {
            "type": "integer"
          },
          "drift": {
            "allOf": [
              {
                "$ref": "#/components/schemas/VerdictPairs"
              }
            ]
          },
          "otherRules": {
            "type": "integer"
          },
          "byAgent": {
            "$ref": "#/components/schemas/ReplayCounts"
          },
          "byTeam": {
            "$ref": "#/components/schemas/ReplayCounts"
          },
          "byAction": {
            "$ref": "#/components/schemas/ReplayCounts"
          },
          "byPolicy": {
            "$ref": "#/components/schemas/ReplayCounts"
          },
          "byPurpose": {
            "$ref": "#/components/schemas/ReplayCounts"
          },
          "digest": {
            "$ref": "#/components/schemas/Digest"
          }
        }
      },
      "ReplayVerdict": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "verdict",
          "reason",
          "because",
          "asks"
        ],
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "$ref": "#/components/schemas/DecisionReason"
          },
          "because": {
            "type": "string"
          },
          "asks": {
            "description": "Who would have to look, in words",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ReplayFlip": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "decisionId",
          "requestId",
          "decidedAt",
          "purpose",
          "agentRef",
          "actionId",
          "targetRef",
          "environment",
          "kind",
          "recorded",
          "before",
          "after",
          "policies"
        ],
        "properties": {
          "decisionId": {
            "type": "string"
          },
          "requestId": {
            "type": "string"
          },
          "decidedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "purpose": {
            "type": "string",
            "enum": [
              "proposal",
              "review",
              "effect"
            ]
          },
          "agentRef": {
            "type": "string"
          },
          "team": {
            "type": "string"
          },
          "actionId": {
            "type": "string"
          },
          "targetRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/ReplayFlipKind"
          },
          "recorded": {
            "$ref": "#/components/schemas/Verdict"
          },
          "before": {
            "$ref": "#/components/schemas/ReplayVerdict"
          },
          "after": {
            "$ref": "#/components/schemas/ReplayVerdict"
          },
          "policies": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ReplayFlips": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReplayFlip"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "notKept": {
            "description": "How many flips are counted and not kept; absent for none",
            "type": "integer"
          }
        }
      },
      "FactOverride": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "path",
          "state"
        ],
        "properties": {
          "path": {
            "description": "A fact of the fact schema, such as `conditions.freeze`; a whole fact, never a field of one",
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "state": {
            "$ref": "#/components/schemas/FactState"
          },
          "value": {
            "description": "Of the type the fact schema says; a known fact without one is known to be none",
            "allOf": [
              {
                "$ref": "#/components/schemas/JsonValue"
              }
            ]
          }
        }
      },
      "SimulationInput": {
        "description": "Who asks for what, here or with `decisionId`; then whatever else is named must be the same as was recorded, but\nfor input and time.\n",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "agentRef": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "actionId": {
            "$ref": "#/components/schemas/ShortText"
          },
          "targetRef": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "environment": {
            "$ref": "#/components/schemas/ShortText"
          },
          "input": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "onBehalfOf": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "quotesContext": {
            "description": "Whether the agent quotes the context of the target as it is now; where absent, if the action asks for it\n",
            "type": "boolean"
          },
          "at": {
            "description": "When it is asked; now where absent",
            "type": "string",
            "maxLength": 40
          },
          "zone": {
            "description": "In which time zone policies are told weekday and hour; the portal's where absent",
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          },
          "facts": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/FactOverride"
            }
          },
          "draft": {
            "$ref": "#/components/schemas/PolicyDraft"
          },
          "decisionId": {
            "description": "A recorded decision; its facts, as they were sealed then, instead of gathered ones",
            "type": "string",
            "pattern": "^[A-Za-z0-9-]{1,64}$"
          }
        }
      },
      "SimulatedDecision": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "decision",
          "unblock"
        ],
        "properties": {
          "decision": {
            "$ref": "#/components/schemas/DecisionCore"
          },
          "unblock": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnblockStep"
            }
          }
        }
      },
      "Simulation": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "facts",
          "overridden",
          "moments",
          "requiredLevels",
          "result"
        ],
        "properties": {
          "facts": {
            "$ref": "#/components/schemas/Facts"
          },
          "overridden": {
            "description": "Paths of the facts that are as they were given, and not as they are",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "moments": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "gatheredAt",
              "decidedFor",
              "factsOfThen"
            ],
            "properties": {
              "gatheredAt": {
                "$ref": "#/components/schemas/Instant"
              },
              "decidedFor": {
                "$ref": "#/components/schemas/Instant"
              },
              "factsOfThen": {
                "description": "Paths of the facts that are as of `decidedFor` where that is another moment",
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          },
          "requiredLevels": {
            "description": "Levels that must each have granted an action that changes something",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyLevel"
            }
          },
          "result": {
            "$ref": "#/components/schemas/SimulatedDecision"
          },
          "drafted": {
            "$ref": "#/components/schemas/SimulatedDecision"
          },
          "policies": {
            "description": "What became of each policy that the draft speaks about",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DraftedPolicy"
            }
          }
        }
      },
      "DecisionWithFacts": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "requestId",
          "purpose",
          "verdict",
          "reason",
          "because",
          "effectiveAt",
          "factsDigest",
          "policySetDigest",
          "requestDigest",
          "engineVersion",
          "levels",
          "shadow",
          "checkpoints",
          "facts"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "requestId": {
            "type": "string"
          },
          "purpose": {
            "type": "string",
            "enum": [
              "proposal",
              "review",
              "effect"
            ]
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "$ref": "#/components/schemas/DecisionReason"
          },
          "because": {
            "type": "string"
          },
          "effectiveAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "factsDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "policySetDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "requestDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "engineVersion": {
            "type": "string"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelResult"
            }
          },
          "shadow": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ShadowResult"
            }
          },
          "checkpoints": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Checkpoint"
            }
          },
          "reviewers": {
            "$ref": "#/components/schemas/ReviewersFound"
          },
          "facts": {
            "$ref": "#/components/schemas/Facts"
          }
        }
      },
      "FactChange": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "path",
          "then",
          "now"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "then": {
            "type": "string"
          },
          "now": {
            "type": "string"
          }
        }
      },
      "ReviewSummary": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "met",
          "approved",
          "needed",
          "because"
        ],
        "properties": {
          "met": {
            "type": "boolean"
          },
          "approved": {
            "type": "integer"
          },
          "needed": {
            "type": "integer"
          },
          "because": {
            "type": "string",
            "description": "In words, for example `1 of 2: one of group:default/sre still needed`"
          }
        }
      },
      "ReviewProgress": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "met",
          "approved",
          "needed",
          "because",
          "helps",
          "checkpoints"
        ],
        "properties": {
          "met": {
            "type": "boolean"
          },
          "approved": {
            "type": "integer"
          },
          "needed": {
            "type": "integer"
          },
          "because": {
            "type": "string"
          },
          "helps": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "checkpoints": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckpointProgress"
            }
          }
        }
      },
      "CheckpointProgress": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "met",
          "anyOf"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "policy": {
            "type": "string"
          },
          "rule": {
            "type": "string"
          },
          "notes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "met": {
            "type": "boolean"
          },
          "anyOf": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AlternativeProgress"
            }
          }
        }
      },
      "AlternativeProgress": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "met",
          "terms",
          "missing"
        ],
        "properties": {
          "met": {
            "type": "boolean"
          },
          "terms": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "from",
                "resolved",
                "count",
                "approvedBy"
              ],
              "properties": {
                "from": {
                  "type": "string"
                },
                "resolved": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "count": {
                  "type": "integer"
                },
                "approvedBy": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "missing": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "count",
                "from",
                "resolved"
              ],
              "properties": {
                "count": {
                  "type": "integer"
                },
                "from": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "resolved": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      },
      "ReviewVerdict": {
        "type": "string",
        "enum": [
          "approve",
          "reject"
        ]
      },
      "SubmitReviewInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "holdDecisionId",
          "presentationDigest",
          "verdict"
        ],
        "properties": {
          "holdDecisionId": {
            "type": "string",
            "pattern": "^[A-Za-z0-9-]{1,64}$"
          },
          "presentationDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "verdict": {
            "$ref": "#/components/schemas/ReviewVerdict"
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "Review": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "requestId",
          "holdDecisionId",
          "presentationDigest",
          "reviewerRef",
          "verdict",
          "standing",
          "counts",
          "consideredMs",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "requestId": {
            "type": "string"
          },
          "holdDecisionId": {
            "type": "string"
          },
          "presentationDigest": {
            "$ref": "#/components/schemas/Digest"
          },
          "reviewerRef": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/ReviewVerdict"
          },
          "comment": {
            "type": "string"
          },
          "standing": {
            "type": "string"
          },
          "counts": {
            "type": "boolean"
          },
          "consideredMs": {
            "type": "number"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ReviewPresentation": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "requestId",
          "holdDecisionId",
          "digest",
          "renderedAt",
          "content"
        ],
        "properties": {
          "requestId": {
            "type": "string"
          },
          "holdDecisionId": {
            "type": "string"
          },
          "digest": {
            "$ref": "#/components/schemas/Digest"
          },
          "renderedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "content": {
            "$ref": "#/components/schemas/ReviewPresentationContent"
          }
        }
      },
      "ReviewPresentationContent": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "request",
          "decision",
          "facts",
          "changedSince",
          "reviews"
        ],
        "properties": {
          "request": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id",
              "agentRef",
              "actionId",
              "actionTitle",
              "effectClass",
              "targetRef",
              "environment",
              "input",
              "actionDigest"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "agentRef": {
                "type": "string"
              },
              "actionId": {
                "type": "string"
              },
              "actionTitle": {
                "type": "string"
              },
              "effectClass": {
                "$ref": "#/components/schemas/EffectClass"
              },
              "undo": {
                "type": "string"
              },
              "targetRef": {
                "type": "string"
              },
              "environment": {
                "type": "string"
              },
              "purpose": {
                "type": "string"
              },
              "onBehalfOf": {
                "type": "string"
              },
              "delegationId": {
                "type": "string"
              },
              "runId": {
                "type": "string"
              },
              "runStep": {
                "type": "integer"
              },
              "runStartedAt": {
                "$ref": "#/components/schemas/Instant"
              },
              "runStartedBy": {
                "type": "string"
              },
              "input": {
                "$ref": "#/components/schemas/JsonObject"
              },
              "actionDigest": {
                "$ref": "#/components/schemas/Digest"
              }
            }
          },
          "decision": {
            "$ref": "#/components/schemas/Decision"
          },
          "facts": {
            "$ref": "#/components/schemas/Facts"
          },
          "changedSince": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FactChange"
            }
          },
          "heldBefore": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "decidedAt",
              "approvedBy",
              "changes"
            ],
            "properties": {
              "decidedAt": {
                "$ref": "#/components/schemas/Instant"
              },
              "approvedBy": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "changes": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FactChange"
                }
              }
            }
          },
          "reviews": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "reviewerRef",
                "verdict",
                "createdAt"
              ],
              "properties": {
                "reviewerRef": {
                  "type": "string"
                },
                "verdict": {
                  "$ref": "#/components/schemas/ReviewVerdict"
                },
                "createdAt": {
                  "$ref": "#/components/schemas/Instant"
                }
              }
            }
          }
        }
      },
      "Explanation": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "request",
          "decisions",
          "reviews",
          "entries",
          "eligibleReviewers",
          "mayReview",
          "mayReconcile",
          "mayWithdraw"
        ],
        "properties": {
          "request": {
            "$ref": "#/components/schemas/ActionRequest"
          },
          "decisions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DecisionWithFacts"
            }
          },
          "reviews": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Review"
            }
          },
          "entries": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LedgerEntryView"
            }
          },
          "progress": {
            "$ref": "#/components/schemas/ReviewProgress"
          },
          "eligibleReviewers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "mayReview": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "allowed",
              "because",
              "helps"
            ],
            "properties": {
              "allowed": {
                "type": "boolean"
              },
              "because": {
                "type": "string"
              },
              "helps": {
                "type": "boolean"
              }
            }
          },
          "mayReconcile": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "allowed",
              "because"
            ],
            "properties": {
              "allowed": {
                "type": "boolean"
              },
              "because": {
                "type": "string"
              }
            }
          },
          "mayWithdraw": {
            "type": "boolean"
          }
        }
      },
      "ContextFreshness": {
        "type": "string",
        "enum": [
          "fresh",
          "ageing",
          "stale",
          "unknown"
        ]
      },
      "ContextStandard": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "factType",
          "title"
        ],
        "properties": {
          "factType": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "warnAfterSeconds": {
            "type": "number"
          },
          "errorAfterSeconds": {
            "type": "number"
          },
          "signOffBy": {
            "type": "string"
          }
        }
      },
      "ContextSignOff": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "entityRef",
          "factType",
          "digest",
          "personRef",
          "standing",
          "signedOffAt",
          "valid"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "factType": {
            "type": "string"
          },
          "digest": {
            "$ref": "#/components/schemas/Digest"
          },
          "personRef": {
            "type": "string"
          },
          "standing": {
            "type": "string"
          },
          "comment": {
            "type": "string"
          },
          "signedOffAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "valid": {
            "type": "boolean"
          },
          "lapsedBecause": {
            "type": "string"
          }
        }
      },
      "ContextFact": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "entityRef",
          "factType",
          "title",
          "source",
          "freshness",
          "maySignOff"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "factType": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "value": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "digest": {
            "$ref": "#/components/schemas/Digest"
          },
          "source": {
            "type": "string"
          },
          "sourceRevision": {
            "type": "string"
          },
          "observedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "acquiredAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "freshness": {
            "$ref": "#/components/schemas/ContextFreshness"
          },
          "verifiedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "ageSeconds": {
            "type": "number"
          },
          "standard": {
            "$ref": "#/components/schemas/ContextStandard"
          },
          "signOff": {
            "$ref": "#/components/schemas/ContextSignOff"
          },
          "maySignOff": {
            "type": "boolean"
          },
          "note": {
            "type": "string"
          }
        }
      },
      "ContextSnapshot": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "entityRef",
          "digest",
          "takenAt",
          "facts",
          "freezes"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "digest": {
            "$ref": "#/components/schemas/Digest"
          },
          "takenAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ContextFact"
            }
          },
          "freezes": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "reason",
                "owner",
                "from",
                "to",
                "scope"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                },
                "owner": {
                  "type": "string"
                },
                "from": {
                  "$ref": "#/components/schemas/Instant"
                },
                "to": {
                  "$ref": "#/components/schemas/Instant"
                },
                "scope": {
                  "$ref": "#/components/schemas/FreezeScope"
                }
              }
            }
          }
        }
      },
      "SignOffInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "factType",
          "digest"
        ],
        "properties": {
          "factType": {
            "$ref": "#/components/schemas/FactType"
          },
          "digest": {
            "$ref": "#/components/schemas/Digest"
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "FactType": {
        "type": "string",
        "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,127}$"
      },
      "ContextReportInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "source",
          "facts"
        ],
        "properties": {
          "source": {
            "description": "Id of a configured source the caller speaks for",
            "type": "string",
            "pattern": "^[^\\u0000-\\u001f\\uD800-\\uDFFF]{1,127}$"
          },
          "facts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "entity",
                "factType",
                "value",
                "observedAt"
              ],
              "properties": {
                "entity": {
                  "$ref": "#/components/schemas/EntityRef"
                },
                "factType": {
                  "$ref": "#/components/schemas/FactType"
                },
                "value": {
                  "$ref": "#/components/schemas/JsonValue"
                },
                "observedAt": {
                  "$ref": "#/components/schemas/Instant"
                },
                "revision": {
                  "$ref": "#/components/schemas/ShortText"
                }
              }
            }
          }
        }
      },
      "StopState": {
        "type": "string",
        "enum": [
          "in-force",
          "released"
        ]
      },
      "StopKind": {
        "type": "string",
        "enum": [
          "agent",
          "target",
          "action",
          "everything"
        ]
      },
      "StopScope": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/StopKind"
          },
          "ref": {
            "$ref": "#/components/schemas/ShortText"
          },
          "on": {
            "$ref": "#/components/schemas/EntityRef"
          }
        }
      },
      "PullStopInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "reason"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/StopScope"
          },
          "reason": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "ReleaseStopInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "revision"
        ],
        "properties": {
          "revision": {
            "description": "The revision the person looked at",
            "type": "integer",
            "minimum": 0
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "StopApproval": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "approvedBy",
          "approvedAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "approvedBy": {
            "type": "string"
          },
          "comment": {
            "type": "string"
          },
          "approvedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "StopRelease": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "quorum",
          "approvals"
        ],
        "properties": {
          "quorum": {
            "type": "integer"
          },
          "approvals": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StopApproval"
            }
          }
        }
      },
      "Stop": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "scope",
          "reason",
          "pulledBy",
          "pulledAt",
          "state",
          "revision",
          "release"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scope": {
            "$ref": "#/components/schemas/StopScope"
          },
          "reason": {
            "type": "string"
          },
          "pulledBy": {
            "type": "string"
          },
          "pulledAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "state": {
            "$ref": "#/components/schemas/StopState"
          },
          "revision": {
            "type": "integer"
          },
          "release": {
            "$ref": "#/components/schemas/StopRelease"
          },
          "releasedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "StopDetails": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "scope",
          "reason",
          "pulledBy",
          "pulledAt",
          "state",
          "revision",
          "release",
          "mayRelease",
          "eligible"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scope": {
            "$ref": "#/components/schemas/StopScope"
          },
          "reason": {
            "type": "string"
          },
          "pulledBy": {
            "type": "string"
          },
          "pulledAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "state": {
            "$ref": "#/components/schemas/StopState"
          },
          "revision": {
            "type": "integer"
          },
          "release": {
            "$ref": "#/components/schemas/StopRelease"
          },
          "releasedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "mayRelease": {
            "$ref": "#/components/schemas/Permission"
          },
          "eligible": {
            "type": "integer"
          }
        }
      },
      "StopImpact": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "held",
          "authorised",
          "cutOff",
          "finishing"
        ],
        "properties": {
          "held": {
            "type": "integer"
          },
          "authorised": {
            "type": "integer"
          },
          "cutOff": {
            "type": "integer"
          },
          "finishing": {
            "type": "integer"
          }
        }
      },
      "StopPreview": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "allowed",
          "because"
        ],
        "properties": {
          "allowed": {
            "type": "boolean"
          },
          "because": {
            "type": "string"
          },
          "inForce": {
            "$ref": "#/components/schemas/Stop"
          },
          "impact": {
            "$ref": "#/components/schemas/StopImpact"
          }
        }
      },
      "StopPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Stop"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "DelegationState": {
        "type": "string",
        "enum": [
          "active",
          "expired",
          "revoked"
        ]
      },
      "GrantDelegationInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "agent",
          "actions",
          "until",
          "reason"
        ],
        "properties": {
          "agent": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "actions": {
            "description": "Ids of registered actions; one may end in *, and stands for all that start so",
            "type": "array",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          "targets": {
            "description": "The only targets it is for; any when absent",
            "type": "array",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "environments": {
            "description": "The only environments it is for; any when absent",
            "type": "array",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/ShortText"
            }
          },
          "until": {
            "description": "In the future, at most `agentGovernance.delegations.maxDuration` ahead",
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ]
          },
          "reason": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "Delegation": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "agentRef",
          "grantedBy",
          "actions",
          "reason",
          "until",
          "state",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "agentRef": {
            "type": "string"
          },
          "grantedBy": {
            "type": "string"
          },
          "actions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "targets": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reason": {
            "type": "string"
          },
          "until": {
            "$ref": "#/components/schemas/Instant"
          },
          "state": {
            "$ref": "#/components/schemas/DelegationState"
          },
          "revokedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "revokedBy": {
            "type": "string"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "DelegationDetails": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "agentRef",
          "grantedBy",
          "actions",
          "reason",
          "until",
          "state",
          "createdAt",
          "mayRevoke"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "agentRef": {
            "type": "string"
          },
          "grantedBy": {
            "type": "string"
          },
          "actions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "targets": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reason": {
            "type": "string"
          },
          "until": {
            "$ref": "#/components/schemas/Instant"
          },
          "state": {
            "$ref": "#/components/schemas/DelegationState"
          },
          "revokedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "revokedBy": {
            "type": "string"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "mayRevoke": {
            "$ref": "#/components/schemas/Permission"
          }
        }
      },
      "DelegationPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Delegation"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "FreezeState": {
        "type": "string",
        "enum": [
          "planned",
          "in-force",
          "over",
          "ended-early"
        ]
      },
      "FreezeScope": {
        "description": "What every given part says. An entity, a filter predicate over targets or an environment must be given.\n",
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "entityRef": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "targets": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "actions": {
            "$ref": "#/components/schemas/ActionPatterns"
          },
          "environments": {
            "$ref": "#/components/schemas/EnvironmentNames"
          }
        }
      },
      "ActionPatterns": {
        "description": "Action ids, with a `*` at most at the end",
        "type": "array",
        "minItems": 1,
        "maxItems": 50,
        "items": {
          "$ref": "#/components/schemas/ShortText"
        }
      },
      "EnvironmentNames": {
        "type": "array",
        "minItems": 1,
        "maxItems": 50,
        "items": {
          "$ref": "#/components/schemas/ShortText"
        }
      },
      "FreezeRecurrence": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "rule",
          "start",
          "duration",
          "zone"
        ],
        "properties": {
          "rule": {
            "description": "The value of an RRULE (RFC 5545)",
            "type": "string",
            "maxLength": 500
          },
          "start": {
            "description": "First start on the wall clock, without offset",
            "type": "string",
            "maxLength": 30
          },
          "duration": {
            "description": "How long one occurrence lasts, ISO 8601",
            "type": "string",
            "maxLength": 40
          },
          "zone": {
            "description": "IANA name",
            "type": "string",
            "maxLength": 64
          },
          "exdates": {
            "description": "Starts that are left out; a date alone leaves out the whole day",
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 30
            }
          }
        }
      },
      "FreezeOccurrence": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "CreateFreezeInput": {
        "description": "Either `from` and `to`, or `recurrence`",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "reason"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/FreezeScope"
          },
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "recurrence": {
            "$ref": "#/components/schemas/FreezeRecurrence"
          },
          "reason": {
            "$ref": "#/components/schemas/FreeText"
          },
          "owner": {
            "$ref": "#/components/schemas/EntityRef"
          }
        }
      },
      "FreezeStepInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "revision"
        ],
        "properties": {
          "revision": {
            "description": "The revision the person looked at",
            "type": "integer",
            "minimum": 0
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "ImportFreezesInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ics",
          "scope",
          "zone"
        ],
        "properties": {
          "ics": {
            "type": "string",
            "minLength": 1
          },
          "scope": {
            "$ref": "#/components/schemas/FreezeScope"
          },
          "zone": {
            "type": "string",
            "maxLength": 64
          },
          "owner": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "apply": {
            "type": "boolean"
          }
        }
      },
      "FreezeAgreement": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "agreedBy",
          "required"
        ],
        "properties": {
          "agreedBy": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "required": {
            "type": "integer"
          }
        }
      },
      "Freeze": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "scope",
          "from",
          "to",
          "reason",
          "owner",
          "createdBy",
          "state",
          "revision",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scope": {
            "$ref": "#/components/schemas/FreezeScope"
          },
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "recurrence": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "rule",
              "start",
              "duration",
              "zone",
              "words"
            ],
            "properties": {
              "rule": {
                "type": "string"
              },
              "start": {
                "type": "string"
              },
              "duration": {
                "type": "string"
              },
              "zone": {
                "type": "string"
              },
              "exdates": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "words": {
                "type": "string"
              }
            }
          },
          "reason": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "createdBy": {
            "type": "string"
          },
          "origin": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "uid"
            ],
            "properties": {
              "calendar": {
                "type": "string"
              },
              "uid": {
                "type": "string"
              },
              "recurrenceId": {
                "type": "string"
              }
            }
          },
          "endedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "endedBy": {
            "type": "string"
          },
          "ending": {
            "$ref": "#/components/schemas/FreezeAgreement"
          },
          "exceptions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FreezeException"
            }
          },
          "state": {
            "$ref": "#/components/schemas/FreezeState"
          },
          "revision": {
            "type": "integer"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "FreezePage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Freeze"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "FreezeAgenda": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to",
          "freezes",
          "occurrences",
          "truncated"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "freezes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Freeze"
            }
          },
          "occurrences": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "freezeId",
                "from",
                "to"
              ],
              "properties": {
                "freezeId": {
                  "type": "string"
                },
                "from": {
                  "$ref": "#/components/schemas/Instant"
                },
                "to": {
                  "$ref": "#/components/schemas/Instant"
                }
              }
            }
          },
          "truncated": {
            "type": "boolean"
          }
        }
      },
      "FreezeCoverage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "everything",
          "entities",
          "owners",
          "complete"
        ],
        "properties": {
          "everything": {
            "type": "boolean"
          },
          "entities": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "entityRef"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "owner": {
                  "type": "string"
                }
              }
            }
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "complete": {
            "type": "boolean"
          }
        }
      },
      "FreezeDetails": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "freeze",
          "next",
          "coverage",
          "exceptions"
        ],
        "properties": {
          "freeze": {
            "$ref": "#/components/schemas/Freeze"
          },
          "next": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FreezeOccurrence"
            }
          },
          "coverage": {
            "$ref": "#/components/schemas/FreezeCoverage"
          },
          "exceptions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FreezeException"
            }
          },
          "permission": {
            "$ref": "#/components/schemas/Permission"
          }
        }
      },
      "FreezePreview": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "occurrences",
          "coverage",
          "permission"
        ],
        "properties": {
          "scope": {
            "type": "string"
          },
          "words": {
            "type": "string"
          },
          "occurrences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FreezeOccurrence"
            }
          },
          "coverage": {
            "$ref": "#/components/schemas/FreezeCoverage"
          },
          "permission": {
            "$ref": "#/components/schemas/Permission"
          }
        }
      },
      "FreezeExceptionScope": {
        "description": "What every given part says; at least one must be given",
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "entityRef": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "actions": {
            "$ref": "#/components/schemas/ActionPatterns"
          },
          "environments": {
            "$ref": "#/components/schemas/EnvironmentNames"
          },
          "agentRef": {
            "$ref": "#/components/schemas/EntityRef"
          }
        }
      },
      "AskFreezeExceptionInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "from",
          "to",
          "reason"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/FreezeExceptionScope"
          },
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "reason": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "FreezeException": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "freezeId",
          "scope",
          "from",
          "to",
          "reason",
          "requestedBy",
          "state",
          "approvals",
          "revision",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "freezeId": {
            "type": "string"
          },
          "scope": {
            "$ref": "#/components/schemas/FreezeExceptionScope"
          },
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "reason": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "requested",
              "active",
              "expired",
              "ended"
            ]
          },
          "approvals": {
            "$ref": "#/components/schemas/FreezeAgreement"
          },
          "endedBy": {
            "type": "string"
          },
          "revision": {
            "type": "integer"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "FreezeImport": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "events",
          "applied"
        ],
        "properties": {
          "events": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FreezeImportEvent"
            }
          },
          "applied": {
            "type": "boolean"
          }
        }
      },
      "FreezeImportEvent": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "position",
          "title",
          "outcome"
        ],
        "properties": {
          "position": {
            "type": "integer"
          },
          "uid": {
            "type": "string"
          },
          "recurrenceId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "new",
              "known",
              "over",
              "cancelled",
              "refused"
            ]
          },
          "problem": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "words": {
            "type": "string"
          }
        }
      },
      "FreezeCalendar": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "scope",
          "owner",
          "zone",
          "refreshSeconds",
          "state",
          "events",
          "problems"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scope": {
            "$ref": "#/components/schemas/FreezeScope"
          },
          "owner": {
            "type": "string"
          },
          "zone": {
            "type": "string"
          },
          "refreshSeconds": {
            "type": "number"
          },
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "failing",
              "stale",
              "unread"
            ]
          },
          "events": {
            "type": "integer"
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "readAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "triedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "CheckpointCoverageState": {
        "type": "string",
        "enum": [
          "denied",
          "held",
          "allowed",
          "uncovered"
        ]
      },
      "CheckpointCoverage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "numbers",
          "environments",
          "cells",
          "policies",
          "outside"
        ],
        "properties": {
          "numbers": {
            "$ref": "#/components/schemas/CheckpointCoverageNumbers"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "name",
                "production",
                "numbers"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "production": {
                  "type": "boolean"
                },
                "numbers": {
                  "$ref": "#/components/schemas/CheckpointCoverageNumbers"
                }
              }
            }
          },
          "cells": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckpointCoverageCell"
            }
          },
          "policies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CoveringPolicy"
            }
          },
          "outside": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CoverageLimit"
            }
          }
        }
      },
      "CheckpointCoverageNumbers": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "cells",
          "denied",
          "held",
          "allowed",
          "uncovered",
          "partly"
        ],
        "properties": {
          "cells": {
            "type": "integer",
            "minimum": 0
          },
          "denied": {
            "type": "integer",
            "minimum": 0
          },
          "held": {
            "type": "integer",
            "minimum": 0
          },
          "allowed": {
            "type": "integer",
            "minimum": 0
          },
          "uncovered": {
            "type": "integer",
            "minimum": 0
          },
          "partly": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "CheckpointCoverageCell": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "actionId",
          "environment",
          "state",
          "rules",
          "moreRules",
          "shadow",
          "moreShadow"
        ],
        "properties": {
          "actionId": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/CheckpointCoverageState"
          },
          "extent": {
            "type": "string",
            "enum": [
              "always",
              "partly"
            ]
          },
          "rules": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CoveringRule"
            }
          },
          "moreRules": {
            "type": "integer",
            "minimum": 0
          },
          "shadow": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CoveringRule"
            }
          },
          "moreShadow": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "CoveringRule": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "effect",
          "extent",
          "dependsOn",
          "grants"
        ],
        "properties": {
          "policyRef": {
            "type": "string",
            "description": "Absent when it is of a policy that the caller may not see"
          },
          "rule": {
            "type": "string"
          },
          "effect": {
            "type": "string",
            "enum": [
              "deny",
              "require-approval",
              "allow"
            ]
          },
          "extent": {
            "type": "string",
            "enum": [
              "always",
              "partly"
            ]
          },
          "dependsOn": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CoverageDependency"
            }
          },
          "grants": {
            "type": "string",
            "enum": [
              "alone",
              "with-another-level",
              "never"
            ]
          }
        }
      },
      "CoverageDependency": {
        "oneOf": [
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "on",
              "owner"
            ],
            "properties": {
              "on": {
                "type": "string",
                "enum": [
                  "owner"
                ]
              },
              "owner": {
                "type": "string"
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "on",
              "target",
              "owner"
            ],
            "properties": {
              "on": {
                "type": "string",
                "enum": [
                  "target"
                ]
              },
              "target": {
                "type": "string"
              },
              "owner": {
                "type": "string"
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "on",
              "filter"
            ],
            "properties": {
              "on": {
                "type": "string",
                "enum": [
                  "filter"
                ]
              },
              "filter": {
                "$ref": "#/components/schemas/JsonObject"
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "on",
              "when"
            ],
            "properties": {
              "on": {
                "type": "string",
                "enum": [
                  "when"
                ]
              },
              "when": {
                "type": "string"
              }
            }
          }
        ]
      },
      "CoveringPolicy": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "title",
          "level",
          "mode"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/DocumentLevel"
          },
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "owner": {
            "type": "string"
          },
          "standing": {
            "type": "string",
            "enum": [
              "current",
              "last-good",
              "vanished",
              "no-good-text"
            ]
          }
        }
      },
      "CoverageLimit": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "because"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "portal",
              "agent",
              "target",
              "required-levels",
              "conditions"
            ]
          },
          "because": {
            "type": "string"
          }
        }
      },
      "PolicyEffectInDecision": {
        "type": "string",
        "enum": [
          "deny",
          "require-approval",
          "allow",
          "could-not-evaluate",
          "none"
        ]
      },
      "PolicyEffectCounts": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "decisions",
          "denied",
          "held",
          "allowed",
          "notEvaluated",
          "changed",
          "wouldDeny",
          "wouldHold",
          "wouldAllow"
        ],
        "properties": {
          "decisions": {
            "type": "integer",
            "minimum": 0
          },
          "denied": {
            "type": "integer",
            "minimum": 0
          },
          "held": {
            "type": "integer",
            "minimum": 0
          },
          "allowed": {
            "type": "integer",
            "minimum": 0
          },
          "notEvaluated": {
            "type": "integer",
            "minimum": 0
          },
          "changed": {
            "type": "integer",
            "minimum": 0
          },
          "wouldDeny": {
            "type": "integer",
            "minimum": 0
          },
          "wouldHold": {
            "type": "integer",
            "minimum": 0
          },
          "wouldAllow": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "PolicyEffectModes": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "enforce",
          "shadow"
        ],
        "properties": {
          "enforce": {
            "$ref": "#/components/schemas/PolicyEffectCounts"
          },
          "shadow": {
            "$ref": "#/components/schemas/PolicyEffectCounts"
          }
        }
      },
      "PolicyEffects": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "policyRef",
          "from",
          "to",
          "total",
          "days",
          "agents",
          "rules",
          "latest",
          "catchingUp",
          "partial"
        ],
        "properties": {
          "policyRef": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "total": {
            "$ref": "#/components/schemas/PolicyEffectModes"
          },
          "days": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "day",
                "enforce",
                "shadow"
              ],
              "properties": {
                "day": {
                  "$ref": "#/components/schemas/Day"
                },
                "enforce": {
                  "$ref": "#/components/schemas/PolicyEffectCounts"
                },
                "shadow": {
                  "$ref": "#/components/schemas/PolicyEffectCounts"
                }
              }
            }
          },
          "agents": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "agentRef",
                "enforce",
                "shadow"
              ],
              "properties": {
                "agentRef": {
                  "type": "string"
                },
                "enforce": {
                  "$ref": "#/components/schemas/PolicyEffectCounts"
                },
                "shadow": {
                  "$ref": "#/components/schemas/PolicyEffectCounts"
                }
              }
            }
          },
          "rules": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "name",
                "mode",
                "decisions"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "mode": {
                  "$ref": "#/components/schemas/PolicyMode"
                },
                "decisions": {
                  "type": "integer",
                  "minimum": 0
                }
              }
            }
          },
          "latest": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyEffectSample"
            }
          },
          "catchingUp": {
            "type": "boolean"
          },
          "partial": {
            "type": "boolean"
          }
        }
      },
      "PolicyEffectSample": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "requestId",
          "decisionId",
          "at",
          "agentRef",
          "targetRef",
          "actionId",
          "environment",
          "verdict",
          "mode",
          "effect",
          "rules"
        ],
        "properties": {
          "requestId": {
            "type": "string"
          },
          "decisionId": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "agentRef": {
            "type": "string"
          },
          "targetRef": {
            "type": "string"
          },
          "actionId": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "effect": {
            "$ref": "#/components/schemas/PolicyEffectInDecision"
          },
          "rules": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "wouldBe": {
            "$ref": "#/components/schemas/Verdict"
          }
        }
      },
      "Day": {
        "type": "string",
        "description": "A day, UTC",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
      },
      "PolicyLately": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "since",
          "matched",
          "changed"
        ],
        "properties": {
          "since": {
            "$ref": "#/components/schemas/Day"
          },
          "matched": {
            "type": "integer",
            "minimum": 0
          },
          "changed": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "DocumentLevel": {
        "type": "string",
        "enum": [
          "organization",
          "environment",
          "team",
          "service"
        ]
      },
      "PolicyState": {
        "type": "string",
        "enum": [
          "enforcing",
          "shadow",
          "untrusted",
          "out-of-authority",
          "broken",
          "vanished",
          "proposed"
        ]
      },
      "PolicyMode": {
        "type": "string",
        "enum": [
          "enforce",
          "shadow"
        ]
      },
      "PolicyProblem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "field",
          "reason"
        ],
        "properties": {
          "field": {
            "type": "string"
          },
          "file": {
            "type": "string"
          },
          "line": {
            "type": "integer"
          },
          "column": {
            "type": "integer"
          },
          "expression": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "suggestion": {
            "type": "string"
          }
        }
      },
      "Satisfiable": {
        "description": "Whether there are people enough; `unknown` where it depends on the target",
        "oneOf": [
          {
            "type": "boolean"
          },
          {
            "type": "string",
            "enum": [
              "unknown"
            ]
          }
        ]
      },
      "CheckpointCensus": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "rule",
          "satisfiable",
          "anyOf"
        ],
        "properties": {
          "rule": {
            "type": "string"
          },
          "satisfiable": {
            "$ref": "#/components/schemas/Satisfiable"
          },
          "anyOf": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "satisfiable",
                "allOf"
              ],
              "properties": {
                "satisfiable": {
                  "$ref": "#/components/schemas/Satisfiable"
                },
                "because": {
                  "type": "string"
                },
                "allOf": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": [
                      "from",
                      "count"
                    ],
                    "properties": {
                      "from": {
                        "type": "string"
                      },
                      "count": {
                        "type": "integer"
                      },
                      "people": {
                        "type": "integer"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      },
      "PolicySummary": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "title",
          "state",
          "because",
          "problemCount",
          "unsatisfiableCount",
          "changedAt",
          "revision",
          "pending"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/PolicyState"
          },
          "because": {
            "type": "string"
          },
          "standing": {
            "type": "string",
            "enum": [
              "current",
              "last-good",
              "vanished",
              "no-good-text"
            ]
          },
          "owner": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/DocumentLevel"
          },
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "digest": {
            "type": "string"
          },
          "problemCount": {
            "type": "integer"
          },
          "unsatisfiableCount": {
            "type": "integer"
          },
          "changedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lately": {
            "$ref": "#/components/schemas/PolicyLately"
          },
          "revision": {
            "type": "integer"
          },
          "pending": {
            "description": "Whether a change of it waits for people to agree, because it may loosen",
            "type": "boolean"
          }
        }
      },
      "McpToolState": {
        "type": "string",
        "enum": [
          "new",
          "changed",
          "accepted",
          "gone"
        ]
      },
      "AgentIdentity": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "agentRef",
          "keys",
          "identities",
          "signIns"
        ],
        "properties": {
          "agentRef": {
            "type": "string"
          },
          "keys": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AgentKeyUse"
            }
          },
          "identities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AgentIdentityUse"
            }
          },
          "signIns": {
            "$ref": "#/components/schemas/SignInKnowledge"
          }
        }
      },
      "SignInKnowledge": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "known",
              "hidden",
              "unreachable"
            ]
          },
          "because": {
            "type": "string"
          }
        }
      },
      "SignInUse": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "firstAt",
          "lastAt",
          "tokenExpiresAt"
        ],
        "properties": {
          "firstAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lastAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "tokenExpiresAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "AgentKeyUse": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "thumbprint",
          "isInEntity"
        ],
        "properties": {
          "thumbprint": {
            "type": "string"
          },
          "algorithm": {
            "type": "string",
            "enum": [
              "ES256",
              "EdDSA",
              "RS256"
            ]
          },
          "keyId": {
            "type": "string"
          },
          "isInEntity": {
            "type": "boolean"
          },
          "use": {
            "$ref": "#/components/schemas/SignInUse"
          }
        }
      },
      "AgentIdentityUse": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "issuerId",
          "subject",
          "isInEntity",
          "isBelieved"
        ],
        "properties": {
          "issuerId": {
            "type": "string"
          },
          "issuer": {
            "type": "string"
          },
          "subject": {
            "type": "string"
          },
          "isInEntity": {
            "type": "boolean"
          },
          "isBelieved": {
            "type": "boolean"
          },
          "use": {
            "$ref": "#/components/schemas/SignInUse"
          }
        }
      },
      "Reach": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "agentRef",
          "decidedAt",
          "environment",
          "actions",
          "targets"
        ],
        "properties": {
          "agentRef": {
            "type": "string"
          },
          "decidedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "environment": {
            "type": "string"
          },
          "actions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReachAction"
            }
          },
          "targets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReachTarget"
            }
          }
        }
      },
      "ReachAction": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "actionId",
          "actionTitle",
          "effectClass"
        ],
        "properties": {
          "actionId": {
            "type": "string"
          },
          "actionTitle": {
            "type": "string"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          }
        }
      },
      "ReachTarget": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "targetRef",
          "verdicts"
        ],
        "properties": {
          "targetRef": {
            "type": "string"
          },
          "verdicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReachVerdict"
            }
          }
        }
      },
      "ReachVerdict": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "actionId",
          "verdict",
          "reason",
          "because"
        ],
        "properties": {
          "actionId": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "$ref": "#/components/schemas/DecisionReason"
          },
          "because": {
            "type": "string"
          }
        }
      },
      "Coverage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "plugins",
          "roads",
          "mcpServers"
        ],
        "properties": {
          "plugins": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PluginCoverage"
            }
          },
          "roads": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RoadCoverage"
            }
          },
          "mcpServers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/McpServer"
            }
          }
        }
      },
      "PluginCoverage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "installed",
          "reads",
          "doors",
          "routes",
          "portalActions",
          "problems"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "installed": {
            "type": "boolean"
          },
          "reads": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "doors": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "routes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RouteCoverage"
            }
          },
          "portalActions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PortalActionCoverage"
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "RouteCoverage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "actionId",
          "title",
          "method",
          "path",
          "target",
          "environment",
          "effectClass"
        ],
        "properties": {
          "actionId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "method": {
            "type": "string"
          },
          "path": {
            "type": "string"
          },
          "target": {
            "$ref": "#/components/schemas/OperationTarget"
          },
          "environment": {
            "type": "string"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "undo": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          }
        }
      },
      "PortalActionCoverage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "actionId",
          "title",
          "mapped",
          "target",
          "environment",
          "effectClass"
        ],
        "properties": {
          "actionId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "mapped": {
            "type": "boolean"
          },
          "target": {
            "$ref": "#/components/schemas/OperationTarget"
          },
          "environment": {
            "type": "string"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "undo": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "problem": {
            "type": "string"
          }
        }
      },
      "OperationTarget": {
        "oneOf": [
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "ref"
            ],
            "properties": {
              "ref": {
                "type": "string"
              }
            }
          },
          {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "input"
            ],
            "properties": {
              "input": {
                "type": "string"
              }
            }
          }
        ]
      },
      "RoadCoverage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "covered",
          "because",
          "found"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "covered": {
            "type": "string",
            "enum": [
              "yes",
              "partly",
              "no"
            ]
          },
          "because": {
            "type": "string"
          },
          "found": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "McpServer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "entityRef",
          "transport",
          "state",
          "tools",
          "problems"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "transport": {
            "type": "string",
            "enum": [
              "http",
              "stdio"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "connecting",
              "connected",
              "down"
            ]
          },
          "because": {
            "type": "string"
          },
          "implementation": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "name",
              "version"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "version": {
                "type": "string"
              }
            }
          },
          "protocolVersion": {
            "type": "string"
          },
          "listedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "tools": {
            "description": "How many of them are in each state",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "new",
              "changed",
              "accepted",
              "gone"
            ],
            "properties": {
              "new": {
                "type": "integer"
              },
              "changed": {
                "type": "integer"
              },
              "accepted": {
                "type": "integer"
              },
              "gone": {
                "type": "integer"
              }
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "McpToolDefinition": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "inputSchema"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "inputSchema": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "outputSchema": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "annotations": {
            "$ref": "#/components/schemas/JsonObject"
          }
        }
      },
      "McpTool": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "server",
          "name",
          "actionId",
          "title",
          "description",
          "state",
          "digest",
          "firstSeenAt",
          "changedAt",
          "effectClass",
          "target",
          "environment",
          "problems"
        ],
        "properties": {
          "server": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "actionId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/McpToolState"
          },
          "digest": {
            "type": "string"
          },
          "acceptedDigest": {
            "type": "string"
          },
          "acceptedBy": {
            "type": "string"
          },
          "acceptedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "firstSeenAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "changedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "undo": {
            "type": "string"
          },
          "target": {
            "oneOf": [
              {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "ref"
                ],
                "properties": {
                  "ref": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "input"
                ],
                "properties": {
                  "input": {
                    "type": "string"
                  }
                }
              }
            ]
          },
          "environment": {
            "type": "string"
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "McpToolDetail": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "server",
          "name",
          "actionId",
          "title",
          "description",
          "state",
          "digest",
          "firstSeenAt",
          "changedAt",
          "effectClass",
          "target",
          "environment",
          "problems",
          "seen",
          "differences",
          "acceptors",
          "mayAccept"
        ],
        "properties": {
          "server": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "actionId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/McpToolState"
          },
          "digest": {
            "type": "string"
          },
          "acceptedDigest": {
            "type": "string"
          },
          "acceptedBy": {
            "type": "string"
          },
          "acceptedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "firstSeenAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "changedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "effectClass": {
            "$ref": "#/components/schemas/EffectClass"
          },
          "undo": {
            "type": "string"
          },
          "target": {
            "oneOf": [
              {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "ref"
                ],
                "properties": {
                  "ref": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "input"
                ],
                "properties": {
                  "input": {
                    "type": "string"
                  }
                }
              }
            ]
          },
          "environment": {
            "type": "string"
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "seen": {
            "$ref": "#/components/schemas/McpToolDefinition"
          },
          "accepted": {
            "$ref": "#/components/schemas/McpToolDefinition"
          },
          "differences": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "path"
              ],
              "properties": {
                "path": {
                  "type": "string"
                },
                "before": {
                  "$ref": "#/components/schemas/JsonValue"
                },
                "after": {
                  "$ref": "#/components/schemas/JsonValue"
                }
              }
            }
          },
          "acceptors": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "mayAccept": {
            "type": "boolean"
          }
        }
      },
      "McpToolPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/McpTool"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "AcceptMcpToolInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "digest"
        ],
        "properties": {
          "digest": {
            "type": "string",
            "pattern": "^[0-9a-f]{64}$"
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "PolicyPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicySummary"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "listedAt": {
            "description": "When the policies of the catalog were last listed completely; absent before the first time",
            "type": "string"
          }
        }
      },
      "PolicyScope": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "actions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "targets": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "CheckpointSpec": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "anyOf",
          "decideWithin",
          "executeWithin"
        ],
        "properties": {
          "anyOf": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "allOf"
              ],
              "properties": {
                "allOf": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": [
                      "from",
                      "count"
                    ],
                    "properties": {
                      "from": {
                        "type": "string"
                      },
                      "count": {
                        "type": "integer"
                      }
                    }
                  }
                }
              }
            }
          },
          "decideWithin": {
            "type": "string"
          },
          "executeWithin": {
            "type": "string"
          }
        }
      },
      "PolicyDocument": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "schemaVersion",
          "ref",
          "title",
          "owner",
          "level",
          "mode",
          "appliesTo",
          "rules"
        ],
        "properties": {
          "schemaVersion": {
            "type": "integer",
            "enum": [
              1
            ]
          },
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/DocumentLevel"
          },
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "entity": {
            "type": "string"
          },
          "appliesTo": {
            "$ref": "#/components/schemas/PolicyScope"
          },
          "rules": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "name",
                "effect",
                "because"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "effect": {
                  "type": "string",
                  "enum": [
                    "deny",
                    "require-approval",
                    "allow"
                  ]
                },
                "when": {
                  "type": "string"
                },
                "onUnknown": {
                  "type": "string",
                  "enum": [
                    "match",
                    "no-match"
                  ]
                },
                "because": {
                  "type": "string"
                },
                "checkpoint": {
                  "$ref": "#/components/schemas/CheckpointSpec"
                }
              }
            }
          }
        }
      },
      "PolicyChange": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "entryId",
          "at",
          "type",
          "state",
          "changed"
        ],
        "properties": {
          "entryId": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "type": {
            "type": "string",
            "enum": [
              "policy.changed",
              "policy.confirmed",
              "policy.change-proposed",
              "policy.change-withdrawn",
              "policy.change-approved",
              "policy.change-rejected"
            ]
          },
          "before": {
            "type": "string"
          },
          "after": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "enforcing",
              "shadow",
              "untrusted",
              "out-of-authority",
              "broken",
              "vanished",
              "proposed",
              "gone"
            ]
          },
          "modeBefore": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "modeAfter": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "originLocation": {
            "description": "Where the catalog had it from; who changed it there, the catalog does not know",
            "type": "string"
          },
          "sourceUrl": {
            "type": "string"
          },
          "changed": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "confirmedBy": {
            "type": "string"
          },
          "votedBy": {
            "type": "string"
          },
          "changeId": {
            "type": "string"
          },
          "approvals": {
            "type": "integer"
          },
          "judged": {
            "type": "string",
            "enum": [
              "does-not-loosen",
              "adopted",
              "configuration",
              "approved"
            ]
          },
          "comment": {
            "type": "string"
          }
        }
      },
      "PolicyDetail": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "title",
          "state",
          "because",
          "problemCount",
          "unsatisfiableCount",
          "changedAt",
          "revision",
          "pending",
          "problems",
          "warnings",
          "checkpoints",
          "authority",
          "confirmers",
          "mayConfirm",
          "changes"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/PolicyState"
          },
          "because": {
            "type": "string"
          },
          "standing": {
            "type": "string",
            "enum": [
              "current",
              "last-good",
              "vanished",
              "no-good-text"
            ]
          },
          "owner": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/DocumentLevel"
          },
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "digest": {
            "type": "string"
          },
          "problemCount": {
            "type": "integer"
          },
          "unsatisfiableCount": {
            "type": "integer"
          },
          "changedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lately": {
            "$ref": "#/components/schemas/PolicyLately"
          },
          "revision": {
            "type": "integer"
          },
          "pending": {
            "type": "boolean"
          },
          "document": {
            "$ref": "#/components/schemas/PolicyDocument"
          },
          "source": {
            "description": "What the catalog holds of it, as an entity: version, kind, name, title and spec; entities that the caller may not read are masked. Absent where it was not read, for what comes from a place that is not trusted, and where the catalog holds it no more",
            "type": "object",
            "additionalProperties": true
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyProblem"
            }
          },
          "warnings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyProblem"
            }
          },
          "checkpoints": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckpointCensus"
            }
          },
          "authority": {
            "type": "string"
          },
          "originLocation": {
            "type": "string"
          },
          "confirmers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "mayConfirm": {
            "type": "boolean"
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyChange"
            }
          },
          "pendingChange": {
            "$ref": "#/components/schemas/PendingPolicyChange"
          }
        }
      },
      "PendingPolicyChange": {
        "description": "A change that may loosen, and waits for people; until enough agree, what decided before decides",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "state",
          "proposedAt",
          "becomes",
          "because",
          "findings",
          "quorum",
          "eligible",
          "votes",
          "mayVote",
          "hasAgreed"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "waiting",
              "rejected"
            ]
          },
          "proposedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "document": {
            "$ref": "#/components/schemas/PolicyDocument"
          },
          "becomes": {
            "type": "string",
            "enum": [
              "enforcing",
              "shadow",
              "untrusted",
              "out-of-authority",
              "broken",
              "vanished",
              "proposed",
              "gone"
            ]
          },
          "because": {
            "type": "string"
          },
          "originLocation": {
            "type": "string"
          },
          "sourceUrl": {
            "type": "string"
          },
          "findings": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "what",
                "because"
              ],
              "properties": {
                "rule": {
                  "type": "string"
                },
                "what": {
                  "type": "string"
                },
                "because": {
                  "type": "string"
                }
              }
            }
          },
          "quorum": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "from",
              "count"
            ],
            "properties": {
              "from": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "count": {
                "type": "integer"
              }
            }
          },
          "eligible": {
            "description": "How many people may vote, counted now",
            "type": "integer"
          },
          "votes": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "person",
                "verdict",
                "at"
              ],
              "properties": {
                "person": {
                  "type": "string"
                },
                "verdict": {
                  "type": "string",
                  "enum": [
                    "approve",
                    "reject"
                  ]
                },
                "at": {
                  "$ref": "#/components/schemas/Instant"
                },
                "comment": {
                  "type": "string"
                }
              }
            }
          },
          "mayVote": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "allowed",
              "because"
            ],
            "properties": {
              "allowed": {
                "type": "boolean"
              },
              "because": {
                "type": "string"
              }
            }
          },
          "hasAgreed": {
            "type": "boolean"
          },
          "replayId": {
            "type": "string"
          }
        }
      },
      "VotePolicyChangeInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "revision"
        ],
        "properties": {
          "revision": {
            "description": "The revision of the policy the person looked at",
            "type": "integer",
            "minimum": 0
          },
          "from": {
            "description": "Digest of the text that decides; absent where none does",
            "type": "string",
            "pattern": "^[0-9a-f]{64}$"
          },
          "to": {
            "description": "Digest of the text that would; absent where none would",
            "type": "string",
            "pattern": "^[0-9a-f]{64}$"
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "ConfirmPolicyInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "revision"
        ],
        "properties": {
          "revision": {
            "description": "The revision the person looked at",
            "type": "integer",
            "minimum": 0
          },
          "comment": {
            "$ref": "#/components/schemas/FreeText"
          }
        }
      },
      "ConditionKind": {
        "type": "string",
        "enum": [
          "incident",
          "health",
          "deployment"
        ]
      },
      "ConditionStatus": {
        "type": "string",
        "enum": [
          "open",
          "resolved",
          "healthy",
          "degraded",
          "unhealthy",
          "withdrawn",
          "started",
          "finished"
        ]
      },
      "ConditionReport": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "key",
          "entityRef",
          "status",
          "observedAt"
        ],
        "properties": {
          "key": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/ConditionStatus"
          },
          "title": {
            "type": "string"
          },
          "severity": {
            "type": "string"
          },
          "openedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "observedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ConditionReports": {
        "description": "An empty list says that the source is there, and has nothing to say",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "reports"
        ],
        "properties": {
          "reports": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/ConditionReport"
            }
          }
        }
      },
      "ConditionReportResult": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "key",
          "outcome"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "recorded",
              "unchanged",
              "ignored"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "ConditionReportResults": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "results"
        ],
        "properties": {
          "results": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConditionReportResult"
            }
          }
        }
      },
      "EnvironmentConditions": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "environment",
          "incident",
          "health",
          "deployInProgress"
        ],
        "properties": {
          "environment": {
            "type": "string"
          },
          "incident": {
            "$ref": "#/components/schemas/Fact"
          },
          "health": {
            "$ref": "#/components/schemas/Fact"
          },
          "deployInProgress": {
            "$ref": "#/components/schemas/Fact"
          }
        }
      },
      "EntityConditions": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "entityRef",
          "asOf",
          "environments"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "asOf": {
            "$ref": "#/components/schemas/Instant"
          },
          "environments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EnvironmentConditions"
            }
          }
        }
      },
      "UnmatchedReport": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "key",
          "title",
          "because",
          "receivedAt"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "because": {
            "type": "string"
          },
          "receivedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ConditionSourceSummary": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "title",
          "type",
          "kind",
          "state",
          "ttlSeconds",
          "current",
          "unmatched"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "enum": [
              "generic",
              "pagerduty",
              "alertmanager",
              "polled"
            ]
          },
          "kind": {
            "$ref": "#/components/schemas/ConditionKind"
          },
          "state": {
            "type": "string",
            "enum": [
              "reporting",
              "quiet",
              "unheard"
            ]
          },
          "heardAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "deliveredAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "ttlSeconds": {
            "type": "number"
          },
          "quietAfterSeconds": {
            "type": "number"
          },
          "current": {
            "type": "integer"
          },
          "unmatched": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnmatchedReport"
            }
          }
        }
      },
      "ConditionSourceList": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConditionSourceSummary"
            }
          }
        }
      },
      "LedgerEnvelope": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "schemaVersion",
          "id",
          "time",
          "stream",
          "streamIndex",
          "previous",
          "type",
          "body",
          "payloads"
        ],
        "properties": {
          "schemaVersion": {
            "type": "number",
            "enum": [
              1
            ]
          },
          "id": {
            "type": "string"
          },
          "time": {
            "$ref": "#/components/schemas/Instant"
          },
          "stream": {
            "type": "string"
          },
          "streamIndex": {
            "type": "integer"
          },
          "previous": {
            "type": "string",
            "nullable": true
          },
          "type": {
            "type": "string",
            "enum": [
              "action-request.decided",
              "action-request.redecided",
              "action-request.reviewed",
              "action-request.transitioned",
              "execution.claimed",
              "execution.settled",
              "execution.deferred",
              "execution.reported",
              "execution.reconciled",
              "freeze.created",
              "freeze.ended",
              "freeze.end-agreed",
              "freeze.exception-requested",
              "freeze.exception-approved",
              "freeze.excepted",
              "freeze.exception-ended",
              "condition.reported",
              "stop.pulled",
              "stop.release-approved",
              "stop.released",
              "context.reported",
              "context.signed-off",
              "delegation.granted",
              "delegation.revoked",
              "agent.changed",
              "policy.changed",
              "policy.confirmed",
              "policy.change-proposed",
              "policy.change-withdrawn",
              "policy.change-approved",
              "policy.change-rejected",
              "policy-changes.governed",
              "tool.seen",
              "tool.changed",
              "tool.accepted"
            ]
          },
          "body": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "payloads": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "name",
                "commitment"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "commitment": {
                  "$ref": "#/components/schemas/Digest"
                }
              }
            }
          }
        }
      },
      "LedgerEntryView": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "envelope",
          "leafHash",
          "leafIndex",
          "payloads"
        ],
        "properties": {
          "envelope": {
            "$ref": "#/components/schemas/LedgerEnvelope"
          },
          "leafHash": {
            "$ref": "#/components/schemas/Digest"
          },
          "leafIndex": {
            "type": "integer",
            "nullable": true
          },
          "payloads": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "name",
                "state"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "content": {
                  "$ref": "#/components/schemas/JsonValue"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "present",
                    "erased",
                    "withheld"
                  ]
                }
              }
            }
          }
        }
      },
      "LedgerEntryPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LedgerEntryView"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "LedgerVerification": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ok",
          "entries",
          "streams",
          "findings",
          "limits"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "entries": {
            "type": "integer"
          },
          "streams": {
            "type": "integer"
          },
          "findings": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "problem",
                "message"
              ],
              "properties": {
                "entryId": {
                  "type": "string"
                },
                "stream": {
                  "type": "string"
                },
                "problem": {
                  "type": "string",
                  "enum": [
                    "not-canonical",
                    "bytes-changed",
                    "leaf-hash-mismatch",
                    "chain-broken",
                    "index-gap",
                    "duplicate-index",
                    "commitment-mismatch",
                    "payload-missing",
                    "bad-envelope",
                    "effect-without-decision",
                    "effect-twice",
                    "effect-under-stop",
                    "effect-without-delegation",
                    "illegal-transition",
                    "review-not-bound",
                    "quorum-not-met",
                    "reconciled-without-standing"
                  ]
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "limits": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      }
    }
  }
};
