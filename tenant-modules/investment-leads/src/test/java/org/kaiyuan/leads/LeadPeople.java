package org.kaiyuan.leads;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.Zones;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** People of zones for tests of leads, and acting as one of them. */
@Component
public class LeadPeople {
    private final AccountRegistration accounts;
    private final Zones zones;

    LeadPeople(AccountRegistration accounts, Zones zones) {
        this.accounts = accounts;
        this.zones = zones;
    }

    /** Is made when it is not there. */
    public void member(String zone, String username, String name) {
        member(zone, username, name, Role.ZONE_STAFF);
    }

    /** As {@link #member(String, String, String)}, with a role. */
    public void member(String zone, String username, String name, Role role) {
        SystemActing.inTenant(
                zones.zone(zone),
                () -> {
                    accounts.join(
                            accounts.register(username, "long-enough-password", name, false, false),
                            role);
                    return "";
                });
    }

    /** Does the work as this person, who reaches as far as the scope says. */
    public <T extends @Nullable Object> T as(
            String zone,
            String username,
            DataScope scope,
            @Nullable String team,
            Collection<String> permissions,
            Callable<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(signedIn(zone, username, scope, team, permissions)));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** As {@link #as}, of the whole zone and allowed everything that leads know. */
    public <T extends @Nullable Object> T as(String zone, String username, Callable<T> work) {
        return as(zone, username, DataScope.ZONE, null, ALL, work);
    }

    /** Signs this person in for the rest of the test. */
    public void signIn(String zone, String username) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(signedIn(zone, username, DataScope.ZONE, null, ALL)));
    }

    private Authentication signedIn(
            String zone,
            String username,
            DataScope scope,
            @Nullable String team,
            Collection<String> permissions) {
        var id = new AccountId(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)));
        var tenant = zones.zone(zone);
        var person =
                new SignedIn(
                        id,
                        username,
                        "名字 " + username,
                        tenant,
                        null,
                        false,
                        Set.of(),
                        permissions.stream().collect(Collectors.toMap(p -> p, p -> scope)),
                        team,
                        new SignedIn.Session(
                                UUID.randomUUID(),
                                id,
                                new SignedIn.Beginning(tenant, null, null, true)),
                        null,
                        SignedIn.Stage.READY);
        return new TestingAuthenticationToken(
                person,
                "",
                AuthorityUtils.createAuthorityList(
                        permissions.stream().map(p -> "ROLE_" + p).toList()));
    }

    /** Everything that leads know, and what hangs on them. */
    public static final List<String> ALL =
            List.of(
                    LeadPermissions.READ,
                    LeadPermissions.WRITE,
                    LeadPermissions.ASSIGN,
                    LeadPermissions.REVIEW,
                    LeadPermissions.OVERRIDE,
                    LeadPermissions.IMPORT,
                    LeadPermissions.EXPORT,
                    LeadPermissions.UNMASK,
                    LeadPermissions.MERGE,
                    LeadPermissions.CONFIGURE,
                    LeadPermissions.FIGURES,
                    LeadPermissions.COORDINATE,
                    "enterprises:read",
                    "enterprises:write",
                    "timeline:comment");
}
