package org.kaiyuan.ui.doors;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.PersonRow;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SingleSignOn;
import org.kaiyuan.platform.access.SingleSignOn.Settings;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** A zone whose people sign in through a provider of its own, which says what the test wants it to say. */
@WholeHouse
abstract class ZoneWithProvider {
    static ForeignProvider provider;

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired SingleSignOn singleSignOn;
    @Autowired PeopleDirectory people;
    @Autowired TestServers servers;

    String zone = "";
    String domain = "";
    String user = "";

    @BeforeAll
    static void theProviderOpens() throws Exception {
        provider = new ForeignProvider();
    }

    @AfterAll
    static void theProviderCloses() throws Exception {
        provider.close();
    }

    @BeforeEach
    void aZoneWithAProvider() {
        zone = "s" + UUID.randomUUID().toString().substring(0, 12);
        domain = zone + ".gov.cn";
        user = "wang-" + zone;
        zones.in(zone, () -> singleSignOn.decide(settings(0), ForeignProvider.SECRET));
        provider.knows("http://127.0.0.1:" + port + "/login/oauth2/code/" + zone);
        says(claims -> {});
    }

    Settings settings(long version) {
        return settings(provider.issuer(), domain, Role.ZONE_STAFF.name(), false, true, version);
    }

    static Settings settings(
            String issuer,
            String domain,
            String role,
            boolean secondFactorThere,
            boolean enabled,
            long version) {
        return new Settings(
                issuer,
                ForeignProvider.CLIENT,
                Set.of(domain),
                role,
                secondFactorThere,
                enabled,
                version);
    }

    /** Of a person who is as they should be, but for the twist. */
    void says(Consumer<JwtClaimsSet.Builder> twist) {
        provider.says(
                user,
                claims -> {
                    claims.claim("name", "王五")
                            .claim("email", "wang.wu@" + domain)
                            .claim("email_verified", true);
                    twist.accept(claims);
                });
    }

    List<PersonRow> members() {
        return zones.in(zone, () -> people.list("", null, 10));
    }

    static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
