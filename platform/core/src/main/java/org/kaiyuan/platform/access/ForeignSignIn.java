package org.kaiyuan.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.kaiyuan.platform.access.ForeignPeople.Claims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Puts signing in through a zone's provider into a chain of pages. All that this server asks of a provider
 * goes through {@link ForeignAddresses}; nothing that a provider gives is kept but who it means.
 *
 * <p>{@code /oauth2/authorization/<zone>} leads to the provider, who sends people back to {@code
 * /login/oauth2/code/<zone>}.
 */
@Component
public class ForeignSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignSignIn.class);

    /** Those that a person can do something about; the log knows the others. */
    private static final Set<String> TOLD = Set.of("left", "full", "email", "unreachable");

    private final IdentityProviders providers;
    private final ForeignPeople people;
    private final ForeignAddresses addresses;
    private final ApplicationEventPublisher events;
    private final SignInRecords records;
    private final RestTemplate asking;
    private final OidcUserService claims = new OidcUserService();
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    ForeignSignIn(
            IdentityProviders providers,
            ForeignPeople people,
            ForeignAddresses addresses,
            ApplicationEventPublisher events,
            SignInRecords records) {
        this.providers = providers;
        this.people = people;
        this.addresses = addresses;
        this.events = events;
        this.records = records;
        asking = new RestTemplate(ForeignAddresses.connections());
        asking.getInterceptors().add(addresses);
        var userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(asking);
        claims.setOauth2UserService(userInfo);
    }

    public void addTo(HttpSecurity pages) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(tokenClient());
        pages.oauth2Login(login ->
                login.loginPage("/login")
                        .clientRegistrationRepository(providers)
                        .authorizedClientRepository(nothingIsKept())
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::admitted))
                        .successHandler(this::enter)
                        .failureHandler(this::turnAway)
                        .addObjectPostProcessor(whoCannotBeSentThereIsToldSo()));
    }

    /** Found by Spring by its type. */
    static final class IdTokens implements JwtDecoderFactory<ClientRegistration> {
        private final RestTemplate asking;

        IdTokens(RestTemplate asking) {
            this.asking = asking;
        }

        @Override
        public JwtDecoder createDecoder(ClientRegistration registration) {
            var decoder =
                    NimbusJwtDecoder.withJwkSetUri(
                                    String.valueOf(
                                            registration.getProviderDetails().getJwkSetUri()))
                            .restOperations(asking)
                            .jwsAlgorithms(algorithms -> {
                                algorithms.add(SignatureAlgorithm.RS256);
                                algorithms.add(SignatureAlgorithm.PS256);
                                algorithms.add(SignatureAlgorithm.ES256);
                            })
                            .build();
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(
                            new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        }
    }

    JwtDecoderFactory<ClientRegistration> idTokens() {
        return new IdTokens(asking);
    }

    private OidcUser admitted(OidcUserRequest request) {
        var code = request.getClientRegistration().getRegistrationId();
        var provider = providers.ofZone(code);
        if (provider == null) {
            throw ForeignPeople.refused("gone");
        }
        var said = claims.loadUser(request);
        return new Admitted(
                said,
                people.admit(
                        code,
                        provider,
                        new Claims(
                                provider.issuer(),
                                Objects.requireNonNull(said.getSubject()),
                                said.getEmail(),
                                said.getEmailVerified(),
                                said.getFullName())));
    }

    /** Inside, a person is a person, whoever vouched for them. */
    private void enter(
            HttpServletRequest request, HttpServletResponse response, Authentication foreign)
            throws IOException, jakarta.servlet.ServletException {
        var person = ((Admitted) Objects.requireNonNull(foreign.getPrincipal())).person;
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(
                        person, null, Permissions.authorities(person.scopes().keySet()));
        authentication.setDetails(foreign.getDetails());
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        events.publishEvent(new AuthenticationSuccessEvent(authentication));
        contexts.saveContext(context, request, response);
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(authentication, getClass()));
        onward.onAuthenticationSuccess(request, response, authentication);
    }

    private void turnAway(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        var why =
                fault instanceof OAuth2AuthenticationException refused
                        ? refused.getError().getErrorCode()
                        : "";
        records.foreignRefused(request.getRequestURI(), fault, request.getRemoteAddr());
        LOG.info(
                "Signing in through {} was refused: {}", request.getRequestURI(), fault.toString());
        response.sendRedirect(
                request.getContextPath() + "/login?sso=" + (TOLD.contains(why) ? why : "refused"));
    }

    private RestClient tokenClient() {
        return RestClient.builder()
                .requestFactory(ForeignAddresses.connections())
                .requestInterceptor(addresses)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new StringHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>
            whoCannotBeSentThereIsToldSo() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(
                        (request, response, fault) -> turnAway(request, response, cause(fault)));
                return filter;
            }
        };
    }

    private static AuthenticationException cause(AuthenticationException fault) {
        return fault.getCause() instanceof AuthenticationException deeper ? deeper : fault;
    }

    /** What a provider would let us do there is nothing that we want to do. */
    private static OAuth2AuthorizedClientRepository nothingIsKept() {
        return new OAuth2AuthorizedClientRepository() {
            @Override
            @SuppressWarnings("NullAway") // as Spring's own: nothing is there
            public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                    String registration, Authentication person, HttpServletRequest request) {
                return null;
            }

            @Override
            public void saveAuthorizedClient(
                    OAuth2AuthorizedClient client,
                    Authentication person,
                    HttpServletRequest request,
                    HttpServletResponse response) {}

            @Override
            public void removeAuthorizedClient(
                    String registration,
                    Authentication person,
                    HttpServletRequest request,
                    HttpServletResponse response) {}
        };
    }

    /** Whom the provider named, and who that is here. */
    private static final class Admitted extends DefaultOidcUser {
        private final SignedIn person;

        Admitted(OidcUser said, SignedIn person) {
            super(said.getAuthorities(), said.getIdToken(), said.getUserInfo());
            this.person = person;
        }
    }
}
