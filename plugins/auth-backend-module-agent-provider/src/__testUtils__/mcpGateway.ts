import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { agentOAuthServiceRef } from '@agentgov/backstage-plugin-agent-governance-node';

/** An MCP server where the gateway is, whose one tool says who is asking. */
export const mcpGateway = createBackendModule({
  pluginId: 'agent-governance',
  moduleId: 'gateway',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        oauth: agentOAuthServiceRef,
      },
      async init({ auth, http, httpAuth, oauth }) {
        // Otherwise the platform's barrier answers, without saying where to sign in.
        http.addAuthPolicy({ path: '/mcp', allow: 'unauthenticated' });
        http.use(async (req, res, next) => {
          if (req.path !== '/mcp') {
            next();
            return;
          }
          const hasToken = req.headers.authorization !== undefined;
          const credentials = await httpAuth
            .credentials(req)
            .catch(() => undefined);
          if (!credentials || !auth.isPrincipal(credentials, 'user')) {
            res
              .status(401)
              .setHeader(
                'WWW-Authenticate',
                await oauth.challenge(
                  hasToken ? { error: 'invalid_token' } : undefined,
                ),
              )
              .end();
            return;
          }
          const { userEntityRef } = credentials.principal;
          const server = new McpServer({ name: 'gateway', version: '1' });
          server.registerTool('who-am-i', {}, async () => ({
            content: [{ type: 'text', text: userEntityRef }],
          }));
          const transport = new StreamableHTTPServerTransport({
            sessionIdGenerator: undefined,
          });
          await server.connect(
            transport as Parameters<McpServer['connect']>[0],
          );
          await transport.handleRequest(req, res);
        });
      },
    });
  },
});
