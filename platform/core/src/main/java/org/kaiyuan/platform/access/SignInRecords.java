package org.kaiyuan.platform.access;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.Acting;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes who signed in, tried to, was kept waiting and signed out; who cannot be recorded is not let in.
 *
 * <p>It stands in the chain of the zone that the person works for; what concerns nobody's zone in the
 * platform's own. People type passwords where names belong: of a name that nobody has, only the beginning is
 * kept.
 */
@Component
class SignInRecords {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int SHOWN_OF_UNKNOWN = 2;

    private final AccessRecords records;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SignInRecords(
            AccessRecords records, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.records = records;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Known(UUID account, String username, String name, @Nullable TenantId zone) {}

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        var signedIn = event.getAuthentication();
        if (signedIn instanceof UsernamePasswordAuthenticationToken
                && signedIn.getPrincipal() instanceof SignedIn person) {
            write(person, signedIn, "signedIn");
        }
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn person) {
            write(person, event.getAuthentication(), "signedOut");
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        var asked = event.getAuthentication();
        if (!(asked instanceof UsernamePasswordAuthenticationToken)) {
            return;
        }
        var act = event.getException() instanceof LockedException ? "signInLocked" : "signInFailed";
        var typed = asked.getName().strip().toLowerCase(Locale.ROOT);
        var known = known(typed);
        var address = address(asked);
        if (known == null) {
            var beginning = beginning(typed);
            records.signing(
                    null,
                    new Acting(beginning, beginning, null, address),
                    NOBODY,
                    act,
                    List.of(new FieldChange("reason", null, "unknownName")));
        } else {
            records.signing(
                    known.zone(),
                    new Acting(known.username(), known.name(), null, address),
                    known.account(),
                    act,
                    List.of());
        }
    }

    /** Whom a zone's provider sent and who did not get in: nobody knows yet who it was. */
    void foreignRefused(String path, AuthenticationException fault, String address) {
        var name = beginning(path);
        records.signing(
                null,
                new Acting(name, name, null, address),
                NOBODY,
                "signInFailed",
                List.of(
                        new FieldChange(
                                "reason", null, beginning(String.valueOf(fault.getMessage())))));
    }

    private void write(SignedIn person, Authentication authentication, String act) {
        records.signing(
                person.tenantId(),
                new Acting(
                        person.username(),
                        person.displayName(),
                        person.cameFrom(),
                        address(authentication)),
                person.accountId().value(),
                act,
                List.of());
    }

    private @Nullable Known known(String username) {
        return transaction.execute(open -> {
            var account =
                    DataAccessUtils.singleResult(
                            jdbc.query(
                                    "select id, display_name from access.account where username = ?",
                                    (row, number) ->
                                            new Known(
                                                    row.getObject(1, UUID.class),
                                                    username,
                                                    row.getString(2),
                                                    null),
                                    username));
            if (account == null) {
                return null;
            }
            jdbc.execute("SET LOCAL app.account_id = '" + account.account() + "'");
            var zone =
                    DataAccessUtils.singleResult(
                            jdbc.query(
                                    "select tenant_id from access.membership where account_id = ?"
                                            + " order by joined_at, tenant_id limit 1",
                                    (row, number) -> new TenantId(row.getLong(1)),
                                    account.account()));
            return new Known(account.account(), username, account.name(), zone);
        });
    }

    private static String beginning(String typed) {
        int shown =
                typed.offsetByCodePoints(
                        0, Math.min(SHOWN_OF_UNKNOWN, typed.codePointCount(0, typed.length())));
        return typed.substring(0, shown) + "…";
    }

    private static @Nullable String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails came
                ? came.getRemoteAddress()
                : null;
    }
}
