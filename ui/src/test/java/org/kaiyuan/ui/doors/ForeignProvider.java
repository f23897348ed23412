package org.kaiyuan.ui.doors;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Somebody else's sign-in service: Spring's authorization server on a port of its own, which says of people
 * what the test wants it to say.
 */
final class ForeignProvider implements AutoCloseable {
    static final String CLIENT = "kaiyuan-of-the-park";
    static final String SECRET = "a secret of 32 letters + signs / =";

    private final Tomcat tomcat = new Tomcat();
    private final AnnotationConfigWebApplicationContext house =
            new AnnotationConfigWebApplicationContext();
    private final Map<String, Consumer<JwtClaimsSet.Builder>> words = new ConcurrentHashMap<>();
    private final OneClient client = new OneClient(ConcurrentHashMap.newKeySet());

    ForeignProvider() throws IOException, LifecycleException {
        var folder = Files.createDirectories(Path.of("target", "foreign-provider"));
        tomcat.setBaseDir(folder.toAbsolutePath().toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", folder.toAbsolutePath().toString());
        house.register(Rules.class);
        house.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("client", client);
            beans.registerSingleton("words", new Words(words));
        });
        context.addServletContainerInitializer(
                (classes, servlets) -> {
                    house.setServletContext(servlets);
                    house.refresh();
                    servlets.addFilter(
                                    "security",
                                    new DelegatingFilterProxy("springSecurityFilterChain", house))
                            .addMappingForUrlPatterns(null, false, "/*");
                    servlets.addServlet("nothing", new HttpServlet() {}).addMapping("/");
                },
                null);
        tomcat.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** Lets people be sent back to this address of the client's. */
    void knows(String redirectAddress) {
        client.redirectAddresses().add(redirectAddress);
    }

    /** What it says of somebody in ID tokens. */
    void says(String user, Consumer<JwtClaimsSet.Builder> claims) {
        words.put(user, claims);
    }

    /** As the person's browser would: signs in there and is sent back, to the path that this gives. */
    String signIn(String authorizationAddress, String user)
            throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            var answer =
                    browser.send(
                            HttpRequest.newBuilder(URI.create(authorizationAddress))
                                    .header("X-User", user)
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.ofString());
            var back =
                    URI.create(
                            answer.headers()
                                    .firstValue("Location")
                                    .orElseThrow(() -> new IllegalStateException(answer.body())));
            return back.getRawPath() + "?" + back.getRawQuery();
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        house.close();
        tomcat.destroy();
    }

    /** This application, as the provider knows it. */
    record OneClient(Set<String> redirectAddresses) implements RegisteredClientRepository {
        @Override
        public void save(RegisteredClient client) {
            // the secret hashed anew, which is of no use here
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return findByClientId(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String clientId) {
            return clientId.equals(CLIENT)
                    ? RegisteredClient.withId(CLIENT)
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUris(known -> known.addAll(redirectAddresses))
                            .scopes(scopes -> scopes.addAll(Set.of("openid", "profile", "email")))
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireAuthorizationConsent(false)
                                            .build())
                            .build()
                    : null;
        }
    }

    /** What it says of whom. */
    record Words(Map<String, Consumer<JwtClaimsSet.Builder>> of) {}

    /** Before the endpoints, which stand before the filters that ask for a password. */
    private static final class WhoeverSaysSo extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var user = request.getHeader("X-User");
            if (user != null) {
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        user,
                                        null,
                                        List.of(
                                                FactorGrantedAuthority.fromAuthority(
                                                        FactorGrantedAuthority
                                                                .PASSWORD_AUTHORITY))));
            }
            chain.doFilter(request, response);
        }
    }

    @EnableWebSecurity
    static class Rules {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .addFilterAfter(new WhoeverSaysSo(), SecurityContextHolderFilter.class)
                    .csrf(csrf -> csrf.disable());
            return http.build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("foreign").generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> asTheTestWants(Words words) {
            return token -> {
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                    words.of()
                            .getOrDefault(token.getPrincipal().getName(), claims -> {})
                            .accept(token.getClaims());
                }
            };
        }
    }
}
