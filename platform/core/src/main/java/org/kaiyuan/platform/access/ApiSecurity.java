package org.kaiyuan.platform.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.rest.ProblemWriting;
import org.kaiyuan.platform.rest.RateLimits;
import org.kaiyuan.platform.rest.SecurityProblems;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may call the API: {@code /oauth2/token} gives a program a token for its own zone, {@code /api/**}
 * takes nothing else. Pages have a chain of their own, in {@code ui}.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String AUDIENCE = "kaiyuan-api";
    private static final String ZONE_CLAIM = "zone";

    @Bean
    @Order(1)
    SecurityFilterChain errors(
            HttpSecurity http, Environment environment, SecurityProblems problems)
            throws Exception {
        return http.securityMatcher("/error", "/actuator/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/error", "/actuator/health")
                                .permitAll()
                                .anyRequest()
                                .access((who, at) -> cameByTheManagementPort(at, environment)))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain tokens(
            HttpSecurity http, PasswordEncoder passwords, Messages messages, JsonMapper json)
            throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        configured ->
                                configured.clientAuthentication(known ->
                                        known.authenticationProviders(providers ->
                                                knownByAnyOfTheirSecrets(providers, passwords))))
                .addFilterBefore(
                        new TokensFromAllowedAddresses(messages, json), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(server.getEndpointsMatcher()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(
            HttpSecurity http,
            JwtDecoder decoder,
            Permissions permissions,
            ApiClientStanding standing,
            SecurityProblems problems,
            ProblemWriting writing,
            RateLimits limits,
            StillZones still,
            ProgramCalls calls)
            throws Exception {
        return http.securityMatcher("/api/**", "/v3/**", "/swagger-ui/**", "/swagger-ui.html")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/api/**")
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt ->
                                        jwt.decoder(decoder)
                                                .jwtAuthenticationConverter(
                                                        token -> client(token, permissions)))
                                .authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems))
                .addFilterBefore(new ProgramsOfZones(still, writing), AuthorizationFilter.class)
                .addFilterBefore(
                        new ApiClientStandingFilter(standing, problems, writing, limits, calls),
                        AuthorizationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                policy.policyDirectives(
                                        "default-src 'self'; style-src 'self' 'unsafe-inline';"
                                                + " img-src 'self' data:; object-src 'none';"
                                                + " base-uri 'none'; frame-ancestors 'none'")))
                .csrf(csrf ->
                        csrf.disable()) // a bearer token is never sent by a browser on its own
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeySource(SigningKeys keys) {
        return keys.source();
    }

    @Bean
    AuthorizationServerSettings issuer(
            @Value("${kaiyuan.issuer:https://kaiyuan.invalid}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    JwtDecoder jwtDecoder(
            JWKSource<SecurityContext> keys, AuthorizationServerSettings settings, Clock clock) {
        // the public half alone: a private one would be unpacked again for every request
        JWKSource<SecurityContext> publicKeys =
                (selector, context) ->
                        keys.get(selector, context).stream().map(JWK::toPublicJWK).toList();
        var decoder = NimbusJwtDecoder.withJwkSource(publicKeys).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(String.valueOf(settings.getIssuer())),
                        new JwtClaimValidator<List<String>>(
                                "aud",
                                audience -> audience != null && audience.contains(AUDIENCE))));
        return new RememberingJwtDecoder(decoder, clock);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> theClientsZone() {
        return token -> {
            var client = token.getRegisteredClient();
            token.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claim(ZONE_CLAIM, zoneOf(client))
                    .claim("name", client.getClientName());
            if (token.getAuthorizedScopes().isEmpty()) {
                token.getClaims().claim("scope", client.getScopes());
            }
        };
    }

    /** Tokens carry everything and are not revoked one by one: nothing is kept of them. */
    @Bean
    OAuth2AuthorizationService nothingIsKept() {
        return new OAuth2AuthorizationService() {
            @Override
            public void save(OAuth2Authorization authorization) {}

            @Override
            public void remove(OAuth2Authorization authorization) {}

            @Override
            public @Nullable OAuth2Authorization findById(String id) {
                return null;
            }

            @Override
            public @Nullable OAuth2Authorization findByToken(
                    String token, @Nullable OAuth2TokenType type) {
                return null;
            }
        };
    }

    /** Also when somebody sets both ports to one: then nobody sees more than up or down. */
    private static AuthorizationDecision cameByTheManagementPort(
            RequestAuthorizationContext at, Environment environment) {
        var management = environment.getProperty("local.management.port");
        return new AuthorizationDecision(
                management != null
                        && !management.equals(environment.getProperty("local.server.port"))
                        && management.equals(Integer.toString(at.getRequest().getLocalPort())));
    }

    private static void knownByAnyOfTheirSecrets(
            List<AuthenticationProvider> providers, PasswordEncoder passwords) {
        for (var provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider bySecret) {
                bySecret.setPasswordEncoder(new AnyOfTheSecrets(passwords));
            }
        }
    }

    private static Object zoneOf(RegisteredClient client) {
        return Objects.requireNonNull(
                client.getClientSettings().<Object>getSetting(ApiClients.ZONE));
    }

    private static AbstractAuthenticationToken client(Jwt token, Permissions permissions) {
        var zone =
                Objects.requireNonNull(
                        token.<Number>getClaim(ZONE_CLAIM), "a token of ours names its zone");
        var clientId =
                Objects.requireNonNull(token.getSubject(), "a token of ours names its client");
        var name = token.getClaimAsString("name");
        var granted = new LinkedHashSet<String>();
        var scopes = token.getClaimAsStringList("scope");
        if (scopes != null) {
            granted.addAll(scopes);
        }
        granted.retainAll(permissions.all());
        return new ClientToken(
                new SignedInClient(
                        clientId, name == null ? clientId : name, new TenantId(zone.longValue())),
                granted);
    }
}
