package org.kaiyuan.platform.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registered programs, as Spring's authorization server wants them: client credentials only. */
@Component
class ApiClients implements RegisteredClientRepository {
    static final String ZONE = "kaiyuan.zone";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    private final JdbcTemplate jdbc;
    private final Permissions permissions;
    private final TransactionTemplate transaction;

    ApiClients(
            JdbcTemplate jdbc, Permissions permissions, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered by ApiClientRegistration");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (!clientId.matches("[a-z][a-z0-9-]{2,59}")) {
            return null; // what follows is put into a statement
        }
        List<RegisteredClient> found =
                transaction.execute(open -> {
                    jdbc.execute("SET LOCAL app.client_id = '" + clientId + "'");
                    return jdbc.query(
                            "select client_id, zone, name, secret_hash from access.api_client c where client_id = ? and enabled"
                                    + " and exists (select from tenancy.tenant t where t.id = c.zone and t.state = 'ACTIVE')",
                            (row, number) ->
                                    client(
                                            row.getString(1),
                                            row.getLong(2),
                                            row.getString(3),
                                            row.getString(4)),
                            clientId);
                });
        return found == null || found.isEmpty() ? null : found.getFirst();
    }

    private RegisteredClient client(String clientId, long zone, String name, String secretHash) {
        Set<String> scopes = permissions.ofApiClients();
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientName(name)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
                .clientSettings(
                        org.springframework.security.oauth2.server.authorization.settings
                                .ClientSettings.builder()
                                .setting(ZONE, zone)
                                .build())
                .build();
    }
}
