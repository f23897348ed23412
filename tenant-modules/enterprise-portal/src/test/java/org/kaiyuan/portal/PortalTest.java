package org.kaiyuan.portal;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.portal.PortalRegistration.Asked;
import org.kaiyuan.portal.PortalRegistration.NewAccount;
import org.kaiyuan.portal.PortalRegistration.Outcome;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** A park of each test's own with one of its staff, and people who come to it. */
@KaiyuanTest
abstract class PortalTest {
    static final String PASSWORD = "a-password-of-the-test";

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired EnterpriseRegistration enterprises;
    @Autowired PortalRegistration registration;
    @Autowired Confirmations confirmations;
    @Autowired ConfirmationCodes codes;
    @Autowired MyEnterprises mine;
    @Autowired Colleagues colleagues;
    @Autowired AuthenticationProvider signIn;

    /** Its code. */
    String park = "";

    /** From where everyone of this test comes. */
    String address = "";

    @BeforeEach
    void aParkWithStaff() {
        var name = UUID.randomUUID().toString().substring(0, 12);
        park = "p" + name;
        address = "192.0.2." + name;
        member(park, "staff", Role.ZONE_STAFF);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    record Firm(EnterpriseId id, String name, String creditCode) {}

    /** A new enterprise of the park, with a contact whose phone number ends in 5678. */
    Firm firm(String zone) {
        var code = newCode();
        var name = "测试企业" + code.substring(8) + "有限公司";
        return zones.in(
                zone,
                () ->
                        new Firm(
                                enterprises.register(
                                        withContact(EnterpriseProfile.named(name), code)),
                                name,
                                code));
    }

    static String newCode() {
        var digits = new StringBuilder("91510600MA");
        var random = UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE;
        digits.append("%07d".formatted(random % 10_000_000));
        return digits.append(CreditCode.checkCharacter(digits.toString())).toString();
    }

    Asked asked(String zone, String creditCode) {
        return new Asked(zone, creditCode, "王芳", "13800001234", "");
    }

    /** A new person, who is then known as {@code <park>-<name>}. */
    Outcome register(String name, Asked asked) {
        return registration.register(asked, new NewAccount(park + "-" + name, PASSWORD), address);
    }

    /** A new person who stands for the firm at once. */
    void representative(String name, Firm firm, boolean administrator) throws Exception {
        var code = staff(() -> codes.make(firm.id(), administrator, null)).code();
        register(name, new Asked(park, firm.creditCode(), "某" + name, "13800001234", code));
    }

    RepresentativeRow waiting(String name) throws Exception {
        return staff(() ->
                confirmations.list(RepresentativeState.REQUESTED, null, 200).stream()
                        .filter(row -> row.username().equals(park + "-" + name))
                        .findFirst()
                        .orElseThrow());
    }

    RepresentativeRow standing(Firm firm, String name) throws Exception {
        return staff(() ->
                confirmations.of(firm.id()).stream()
                        .filter(row -> row.username().equals(park + "-" + name))
                        .findFirst()
                        .orElseThrow());
    }

    <T> T staff(Callable<T> work) throws Exception {
        return as("staff", work);
    }

    /** Signed in with their password, so with what their roles really give. */
    <T> T as(String name, Callable<T> work) throws Exception {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        signIn.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        park + "-" + name, PASSWORD))));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    SignedIn signedIn(String name) {
        var asked =
                UsernamePasswordAuthenticationToken.unauthenticated(park + "-" + name, PASSWORD);
        return (SignedIn)
                Objects.requireNonNull(
                        Objects.requireNonNull(signIn.authenticate(asked)).getPrincipal());
    }

    void member(String zone, String name, Role role) {
        zones.in(
                zone,
                () -> {
                    var account =
                            accounts.register(
                                    zone + "-" + name, PASSWORD, "某" + name, false, false);
                    accounts.join(account, role);
                    return account;
                });
    }

    private static EnterpriseProfile withContact(EnterpriseProfile p, String code) {
        return new EnterpriseProfile(
                p.name(),
                p.formerNames(),
                p.shortName(),
                code,
                p.kind(),
                p.status(),
                p.registeredCapital(),
                p.capitalCurrency(),
                p.foundedOn(),
                p.settledOn(),
                p.deregisteredOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.subIndustry(),
                p.chainPosition(),
                p.divisionCode(),
                p.city(),
                p.address(),
                p.zoneLocation(),
                p.businessScope(),
                p.products(),
                p.website(),
                p.aboveScale(),
                p.fourAbove(),
                java.util.List.of(new ContactLine(null, "李明", "经理", "13900005678", null)),
                p.qualifications(),
                p.figures(),
                java.util.Set.of("重点关注"));
    }
}
