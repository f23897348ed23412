package org.kaiyuan.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.QuotaRefused;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whom a zone's provider means: the account that came by the same subject before, or a new one with a place
 * in that zone. Never an account that came otherwise, whatever e-mail address the provider says: a provider
 * speaks for its own zone's people and for nobody else's.
 */
@Component
class ForeignPeople {
    private final JdbcTemplate jdbc;
    private final AccountRegistration accounts;
    private final PeopleCare people;
    private final Quotas quotas;
    private final ChangeHistory history;
    private final ComingIn comingIn;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForeignPeople(
            JdbcTemplate jdbc,
            AccountRegistration accounts,
            PeopleCare people,
            Quotas quotas,
            ChangeHistory history,
            ComingIn comingIn,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
        this.quotas = quotas;
        this.history = history;
        this.comingIn = comingIn;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What a provider says of somebody, after its signature, issuer, audience, time and nonce were found right.
     *
     * @param emailVerified null where the provider does not say
     */
    record Claims(
            String issuer,
            String subject,
            @Nullable String email,
            @Nullable Boolean emailVerified,
            @Nullable String name) {}

    /** @throws OAuth2AuthenticationException when they may not come in, with why as its code */
    SignedIn admit(String code, IdentityProviders.Provider provider, Claims claims) {
        var zone = provider.zone();
        try {
            var account =
                    SystemActing.inTenant(
                            zone,
                            () ->
                                    Objects.requireNonNull(
                                            transaction.execute(
                                                    open -> account(code, provider, claims))));
            return comingIn.vouched(account, zone, provider.secondFactorThere());
        } catch (QuotaRefused e) {
            throw refused("full");
        } catch (DisabledException e) {
            throw refused("left");
        }
    }

    private AccountId account(String code, IdentityProviders.Provider provider, Claims claims) {
        var email = addressOfTheZone(provider.zone(), claims);
        // two browsers of one newcomer go one after the other
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, ?))",
                row -> {},
                claims.issuer() + '\n' + claims.subject(),
                provider.zone().value());
        var known =
                DataAccessUtils.singleResult(
                        jdbc.query(
                                """
                                select f.account_id, m.state = 'ACTIVE' from access.foreign_identity f
                                left join access.membership m on m.tenant_id = f.tenant_id and m.account_id = f.account_id
                                where f.issuer = ? and f.subject = ?\
                                """,
                                (row, number) ->
                                        new Known(
                                                new AccountId(row.getObject(1, UUID.class)),
                                                row.getBoolean(2)),
                                claims.issuer(),
                                claims.subject()));
        if (known == null) {
            return joined(code, provider, claims, email);
        }
        if (!known.active()) {
            throw refused("left");
        }
        return known.account();
    }

    /** The domain has to be one of the zone's, and an address that was found wrong there is none. */
    private String addressOfTheZone(TenantId zone, Claims claims) {
        var email = claims.email() == null ? "" : claims.email().strip().toLowerCase(Locale.ROOT);
        if (email.indexOf('@') < 1 || Boolean.FALSE.equals(claims.emailVerified())) {
            throw refused("email");
        }
        boolean ofTheZone =
                Boolean.TRUE.equals(
                        jdbc.queryForObject(
                                "select exists (select from access.sign_in_domain where zone = ? and domain = ?)",
                                Boolean.class,
                                zone.value(),
                                email.substring(email.lastIndexOf('@') + 1)));
        if (!ofTheZone) {
            throw refused("email");
        }
        return email;
    }

    private AccountId joined(
            String code, IdentityProviders.Provider provider, Claims claims, String email) {
        var name = claims.name() == null || claims.name().isBlank() ? email : claims.name().strip();
        var account = accounts.withoutPassword(username(code, email), name);
        jdbc.update(
                "insert into access.membership (tenant_id, account_id) values (?, ?)",
                provider.zone().value(),
                account.value());
        quotas.refuseUsersBeyond(0);
        people.insert(account, List.of(provider.defaultRole()));
        jdbc.update(
                "insert into access.foreign_identity (tenant_id, issuer, subject, account_id, email, first_at) values (?, ?, ?, ?, ?, ?)",
                provider.zone().value(),
                claims.issuer(),
                claims.subject(),
                account.value(),
                email,
                Timestamp.from(clock.instant()));
        history.record(
                PeopleCare.SUBJECT,
                account.value(),
                "joined",
                List.of(
                        new FieldChange("roles", null, provider.defaultRole()),
                        new FieldChange("vouchedBy", null, claims.issuer()),
                        new FieldChange("email", null, email)));
        return account;
    }

    /** After the zone and the address, so that colleagues know whom they see; made unlike any other by its end. */
    private static String username(String code, String email) {
        var local = email.substring(0, email.indexOf('@')).replaceAll("[^a-z0-9._-]", "");
        var random = UuidV7.next().toString().replace("-", "");
        var beginning = code + "." + local;
        return beginning.substring(0, Math.min(50, beginning.length()))
                + "."
                + random.substring(random.length() - 6);
    }

    static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(why));
    }

    private record Known(AccountId account, boolean active) {}
}
