package org.kaiyuan.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The zones' sign-in providers as Spring wants them; a registration's id is the code of its zone.
 *
 * <p>Where a provider's endpoints are it says itself (OpenID Connect Discovery 1.0); that is kept for ten
 * minutes.
 */
@Component
class IdentityProviders implements ClientRegistrationRepository {
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final InstallationKey installation;
    private final TransactionTemplate transaction;
    private final RestClient http;
    private final Cache<String, Map<String, Object>> documents =
            Caffeine.newBuilder()
                    .maximumSize(1000)
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .build();

    IdentityProviders(
            JdbcTemplate jdbc,
            InstallationKey installation,
            ForeignAddresses addresses,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.transaction = new TransactionTemplate(transactions);
        // its own: it speaks for the zone that is asked for, whatever whoever asks is in
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.http =
                RestClient.builder()
                        .requestFactory(ForeignAddresses.connections())
                        .requestInterceptor(addresses)
                        .build();
    }

    /** A zone's provider as it is kept. */
    record Provider(
            TenantId zone,
            String issuer,
            String clientId,
            byte[] secret,
            String defaultRole,
            boolean secondFactorThere) {}

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        var provider = ofZone(registrationId);
        return provider == null ? null : registration(registrationId, provider);
    }

    /** That of an active zone, while it is switched on. */
    @Nullable Provider ofZone(String code) {
        return transaction.execute(open -> {
            var zones =
                    jdbc.queryForList(
                            "select id from tenancy.tenant where code = ? and state = 'ACTIVE'",
                            Long.class,
                            code);
            if (zones.isEmpty()) {
                return null;
            }
            var zone = new TenantId(zones.getFirst());
            jdbc.execute("SET LOCAL app.tenant_id = '" + zone.value() + "'");
            return DataAccessUtils.singleResult(
                    jdbc.query(
                            """
                            select issuer, client_id, client_secret, default_role, second_factor_there
                            from access.identity_provider where enabled\
                            """,
                            (row, number) ->
                                    new Provider(
                                            zone,
                                            row.getString("issuer"),
                                            row.getString("client_id"),
                                            row.getBytes("client_secret"),
                                            row.getString("default_role"),
                                            row.getBoolean("second_factor_there"))));
        });
    }

    /**
     * Asks the issuer for its endpoints, anew.
     *
     * @throws AccountRefused when there is no such issuer
     */
    void probe(String issuer) {
        documents.invalidate(issuer);
        try {
            document(issuer);
        } catch (RestClientException | IllegalArgumentException unreachable) {
            throw new AccountRefused("access.refusal.sso.unreachable", issuer);
        }
    }

    private ClientRegistration registration(String code, Provider provider) {
        try {
            return ClientRegistrations.fromOidcConfiguration(document(provider.issuer()))
                    .registrationId(code)
                    .clientId(provider.clientId())
                    .clientSecret(
                            new String(
                                    installation.decrypt(provider.secret()),
                                    StandardCharsets.UTF_8))
                    .scope("openid", "profile", "email")
                    .build();
        } catch (RestClientException | IllegalArgumentException unreachable) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("unreachable"), "The provider cannot be asked", unreachable);
        }
    }

    private Map<String, Object> document(String issuer) {
        return documents.get(issuer, this::asked);
    }

    /** @throws IllegalArgumentException when it says that it is somebody else, or not enough */
    private Map<String, Object> asked(String issuer) {
        var document =
                http.get()
                        .uri(
                                URI.create(
                                        issuer.replaceFirst("/$", "")
                                                + "/.well-known/openid-configuration"))
                        .retrieve()
                        .body(DOCUMENT);
        if (document == null || !issuer.equals(document.get("issuer"))) {
            throw new IllegalArgumentException("This is not the issuer that it was asked for");
        }
        for (var needed : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            URI.create(Objects.toString(document.get(needed), "  "));
        }
        return document;
    }
}
