package org.kaiyuan.platform.access;

import java.util.regex.Pattern;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letting a program call the API in the name of the current zone. */
@Service
@Transactional
public class ApiClientRegistration {
    private static final Pattern CLIENT_ID = Pattern.compile("[a-z][a-z0-9-]{2,59}");

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AccessRecords records;

    ApiClientRegistration(JdbcClient jdbc, PasswordEncoder passwords, AccessRecords records) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.records = records;
    }

    /**
     * Registers the client; one that the zone has already stays as it is.
     *
     * @throws AccountRefused when the id is not of its form, or another zone's
     */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public void register(String clientId, String name, String secret, boolean demo) {
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw new AccountRefused("access.refusal.clientId", clientId);
        }
        int added =
                jdbc.sql(
                                """
                                insert into access.api_client (client_id, zone, name, secret_hash, demo)
                                values (?, ?, ?, ?, ?) on conflict (client_id) do nothing\
                                """)
                        .param(clientId)
                        .param(CurrentTenant.get().value())
                        .param(name)
                        .param(passwords.encode(secret))
                        .param(demo)
                        .update();
        var mine =
                jdbc.sql("select count(*) from access.api_client where client_id = ?")
                        .param(clientId)
                        .query(Long.class)
                        .single();
        if (mine == 0) {
            throw new AccountRefused("access.refusal.clientTaken", clientId);
        }
        if (added > 0) {
            records.clientRegistered(clientId, name);
        }
    }
}
