package org.kaiyuan.platform.access;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.stereotype.Component;

/**
 * Puts signing in by passkey (WebAuthn) into a chain of pages: Spring's own filters and checks, over our
 * table, for our people. The device always asks for a finger, a face or a PIN, and so stands for both
 * factors.
 *
 * <p>A passkey belongs to one address: {@code kaiyuan.sign-in.origin}, such as {@code
 * https://park.example.gov.cn}; where none is set, to {@code http://localhost} and this port.
 */
@Component
public class PasskeySignIn implements WebAuthnRelyingPartyOperations {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeySignIn.class);

    private final PasskeyRecords records;
    private final CurrentPerson current;
    private final ComingIn comingIn;
    private final ApplicationEventPublisher events;
    private final Environment environment;
    private final ObjectProvider<SecurityContextHolderStrategy> contexts;

    PasskeySignIn(
            PasskeyRecords records,
            CurrentPerson current,
            ComingIn comingIn,
            ApplicationEventPublisher events,
            Environment environment,
            ObjectProvider<SecurityContextHolderStrategy> contexts) {
        this.records = records;
        this.current = current;
        this.comingIn = comingIn;
        this.events = events;
        this.environment = environment;
        this.contexts = contexts;
    }

    public void addTo(HttpSecurity pages) {
        // Vaadin names its strategy once all is built; these filters take the one that they find,
        // and one of
        // them has no setter
        contexts.ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        var entering = new WebAuthnAuthenticationFilter();
        entering.setAuthenticationManager(this::enter);
        entering.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        entering.setApplicationEventPublisher(events); // SessionsBegin hears it
        pages.addFilterBefore(entering, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(
                        new PublicKeyCredentialRequestOptionsFilter(this),
                        AuthorizationFilter.class)
                .addFilterBefore(
                        new PublicKeyCredentialCreationOptionsFilter(this),
                        AuthorizationFilter.class)
                .addFilterAfter(
                        new WebAuthnRegistrationFilter(records, this), AuthorizationFilter.class);
    }

    private Authentication enter(Authentication shown) {
        try {
            var request = ((WebAuthnAuthenticationRequestToken) shown).getWebAuthnRequest();
            var account = PasskeyRecords.account(authenticate(request).getId());
            var person = comingIn.admit(account, true);
            var authentication =
                    UsernamePasswordAuthenticationToken.authenticated(
                            person, null, Permissions.authorities(person.scopes().keySet()));
            authentication.setDetails(shown.getDetails());
            events.publishEvent(new AuthenticationSuccessEvent(authentication));
            return authentication;
        } catch (IllegalArgumentException | WebAuthnException wrong) {
            LOG.info("A passkey opened nothing: {}", wrong.toString());
            throw new BadCredentialsException("The passkey opens nothing", wrong);
        }
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        refuseUnlessOnesOwn();
        return ceremony().createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        var me = refuseUnlessOnesOwn();
        if (!PasskeyRecords.handle(me).equals(request.getCreationOptions().getUser().getId())) {
            throw new AccessDeniedException("A passkey is made for oneself");
        }
        try {
            return ceremony().registerCredential(request);
        } catch (IllegalArgumentException | WebAuthnException | AccountRefused wrong) {
            LOG.info("No passkey was made for {}", me.value(), wrong);
            throw new AccessDeniedException("No passkey can be made of this", wrong);
        }
    }

    /** Whoever it is: which passkeys somebody has is told to nobody, the browser knows its own. */
    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return ceremony().createCredentialRequestOptions(() -> null);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        return ceremony().authenticate(request);
    }

    /** Only a person who owes nothing and showed us themselves who they are. */
    private AccountId refuseUnlessOnesOwn() {
        var person = current.inStage(SignedIn.Stage.READY);
        if (person.session().vouchedBy() != null || person.watchedBy() != null) {
            throw new AccessDeniedException("Not in this session");
        }
        return person.session().owner();
    }

    /** Made when it is needed: which port it is is known by then. */
    private WebAuthnRelyingPartyOperations ceremony() {
        var origin =
                environment.getProperty(
                        "kaiyuan.sign-in.origin",
                        "http://localhost:" + environment.getProperty("local.server.port", "8080"));
        var host = Objects.requireNonNull(java.net.URI.create(origin).getHost(), origin);
        var ceremony =
                new Webauthn4JRelyingPartyOperations(
                        records,
                        records,
                        PublicKeyCredentialRpEntity.builder().id(host).name("开园").build(),
                        Set.of(origin));
        ceremony.setCustomizeCreationOptions(options ->
                options.authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .build()));
        ceremony.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return ceremony;
    }
}
