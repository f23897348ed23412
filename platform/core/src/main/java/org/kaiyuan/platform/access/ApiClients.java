package org.kaiyuan.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registered programs, as Spring's authorization server wants them: client credentials only. */
@Component
class ApiClients implements RegisteredClientRepository {
    static final String ZONE = "kaiyuan.zone";
    static final String ADDRESSES = "kaiyuan.addresses";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    private final JdbcTemplate jdbc;
    private final Permissions permissions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApiClients(
            JdbcTemplate jdbc,
            Permissions permissions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    /** Null also for one that was revoked, has expired, or whose zone is not active. */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (!clientId.matches("[a-z][a-z0-9-]{2,59}")) {
            return null; // what follows is put into a statement
        }
        return transaction.execute(open -> {
            jdbc.execute("SET LOCAL app.client_id = '" + clientId + "'");
            return DataAccessUtils.singleResult(read(clientId, Timestamp.from(clock.instant())));
        });
    }

    private List<RegisteredClient> read(String clientId, Timestamp now) {
        return jdbc.query(
                """
                select c.client_id, c.zone, c.name, c.scopes, c.addresses, c.secret_hash,
                       case when c.former_secret_until > ? then c.former_secret_hash end as former_secret_hash
                from access.api_client c join tenancy.tenant t on t.id = c.zone and t.state = 'ACTIVE'
                where c.client_id = ? and c.enabled and (c.expires_at is null or c.expires_at > ?)\
                """,
                this::client,
                now,
                clientId,
                now);
    }

    private RegisteredClient client(ResultSet row, int number) throws SQLException {
        var scopes = permissions.ofClient(Standing.strings(row.getArray("scopes")));
        var former = row.getString("former_secret_hash");
        var secret = row.getString("secret_hash");
        var addresses = Standing.strings(row.getArray("addresses"));
        return RegisteredClient.withId(row.getString("client_id"))
                .clientId(row.getString("client_id"))
                .clientName(row.getString("name"))
                .clientSecret(
                        AnyOfTheSecrets.together(
                                former == null ? List.of(secret) : List.of(secret, former)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
                .clientSettings(
                        ClientSettings.builder()
                                .setting(ZONE, row.getLong("zone"))
                                .setting(ADDRESSES, addresses == null ? List.of() : addresses)
                                .build())
                .build();
    }
}
