package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Service;

/** Every use case, found by itself, refuses whoever lacks the permission that it declares. */
@WholeHouse
class UseCaseMatrixTest {
    /** Reactions and jobs; no role holds it. */
    private static final String SYSTEM = "SYSTEM";

    /** What asks for no permission, each for its reason. A use case that is not here declares one. */
    private static final Map<String, String> OPEN =
            Map.ofEntries(
                    Map.entry("Jobs", "is called by use cases that ask"),
                    Map.entry("ChangeHistory", "is called by use cases that ask"),
                    Map.entry("Notices", "is called by reactions"),
                    Map.entry("TenantRegistration", "is called by ZoneOpening, which asks"),
                    Map.entry("TenantDirectory", "names and levels, nothing of what is inside"),
                    Map.entry("WorkingDays", "the calendar of the country"),
                    Map.entry("NoticeBoard", "one's own notices"),
                    Map.entry("MyMemberships", "one's own memberships"),
                    Map.entry("SecondFactor", "one's own second factor"),
                    Map.entry("SessionRegister", "one's own sessions"),
                    Map.entry("PasswordChange", "one's own password"),
                    Map.entry("ViewingAs#end", "giving up what one was allowed"),
                    Map.entry("PeopleCare#isMineToGrant", "says what one may, and nothing else"),
                    Map.entry(
                            "SingleSignOn#pathFor",
                            "where an e-mail domain signs in, before anybody is known"),
                    Map.entry("Passkeys", "one's own passkeys"),
                    Map.entry("Accepting", "by the code of an invitation"),
                    Map.entry("FirstOperator", "by the code on the console"),
                    Map.entry("Commenting#mayComment", "says what one may, and nothing else"),
                    Map.entry("Commenting#mayEdit", "says what one may, and nothing else"),
                    Map.entry("Commenting#mayRemove", "says what one may, and nothing else"),
                    Map.entry("ZonePeople", "is called by use cases that ask"),
                    Map.entry("EntrustedCompanies", "is called by use cases that ask"),
                    Map.entry("NoticePreferences", "one's own wishes"),
                    Map.entry("WebhookOutbox", "is called by reactions"),
                    Map.entry("Webhooks#kinds", "what can be told of, no record"),
                    Map.entry("EnterprisePeopleKeeping", "is called by the portal, which asks"),
                    Map.entry("OwnRecords", "is called by the portal, which asks"),
                    Map.entry("MyEnterprises#mine", "one's own enterprises"),
                    Map.entry("PortalRegistration", "who is of no zone yet asks to be let in"),
                    Map.entry("Applications#apply", "who is of no zone yet asks to be let in"),
                    Map.entry("TenantRegister", "is called by use cases that ask"),
                    Map.entry("TenantSetup#ownLogo", "the sign of one's own zone"),
                    Map.entry("Quotas", "is called by use cases that ask"),
                    Map.entry("OpenParks", "whether a park of that code offers services"),
                    Map.entry("ShownPowers", "what a zone has put out for everybody"),
                    Map.entry("ShownSearch", "what a zone has put out for everybody"),
                    Map.entry("DemoLoading", "at the start, by nobody"));

    @Autowired ApplicationContext house;
    @Autowired Permissions permissions;
    @Autowired RoleKeeping roles;
    @Autowired Zones zones;

    private final List<UseCase> useCases = new ArrayList<>();

    private record UseCase(Object bean, Class<?> type, Method method, @Nullable Needs needs) {
        @Override
        public String toString() {
            return type.getSimpleName() + "#" + method.getName();
        }
    }

    @BeforeEach
    void everyUseCase() {
        for (var name : house.getBeanDefinitionNames()) {
            var declared = house.getType(name);
            if (declared != null && declared.getName().startsWith("org.kaiyuan.")) {
                var bean = house.getBean(name);
                collect(bean, AopUtils.getTargetClass(bean));
            }
        }
        assertThat(useCases).hasSizeGreaterThan(80);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void every_use_case_declares_a_permission_that_a_module_declares() {
        var faults = new ArrayList<String>();
        for (var useCase : useCases) {
            if (useCase.needs() != null) {
                useCase.needs().named().stream()
                        .filter(permission -> !permission.equals(SYSTEM))
                        .filter(permission -> !permissions.all().contains(permission))
                        .forEach(permission ->
                                faults.add(
                                        useCase
                                                + " asks for "
                                                + permission
                                                + ": add it to a PermissionGrants bean"));
            } else if (!OPEN.containsKey(useCase.type().getSimpleName())
                    && !OPEN.containsKey(useCase.toString())) {
                faults.add(
                        useCase
                                + " asks nobody who they are: put @PreAuthorize(\"hasRole('\" + <permission> + \"')\") on it,"
                                + " or say in UseCaseMatrixTest.OPEN why anybody may");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whoever_lacks_it_is_refused_before_anything_is_done() {
        var faults = new ArrayList<String>();
        for (var who : everybody().entrySet()) {
            var somebody = zones.somebody("matrix", who.getValue().toArray(String[]::new));
            for (var useCase : useCases) {
                if (useCase.needs() != null && !useCase.needs().areMetBy(who.getValue())) {
                    SecurityContextHolder.setContext(new SecurityContextImpl(somebody));
                    var thrown = called(useCase);
                    if (!(thrown instanceof AccessDeniedException)) {
                        faults.add(useCase + " as " + who.getKey() + ": " + thrown);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nobody_is_refused_everywhere() {
        SecurityContextHolder.clearContext();
        for (var useCase : useCases) {
            if (useCase.needs() != null) {
                assertThat(called(useCase))
                        .as("%s", useCase)
                        .isInstanceOf(
                                org.springframework.security.authentication
                                        .AuthenticationCredentialsNotFoundException.class);
            }
        }
    }

    private void collect(Object bean, Class<?> type) {
        boolean service = type.isAnnotationPresent(Service.class);
        for (var method : type.getDeclaredMethods()) {
            var asked =
                    Optional.ofNullable(method.getAnnotation(PreAuthorize.class))
                            .or(() -> Optional.ofNullable(type.getAnnotation(PreAuthorize.class)));
            boolean open =
                    Modifier.isPublic(method.getModifiers())
                            && !Modifier.isStatic(method.getModifiers())
                            && !method.isSynthetic();
            if (open && (service || asked.isPresent())) {
                useCases.add(
                        new UseCase(
                                bean,
                                type,
                                method,
                                asked.map(a -> Needs.read(a.value())).orElse(null)));
            }
        }
    }

    /** With nothing for its arguments: who is refused is refused before they are looked at. */
    private static @Nullable Throwable called(UseCase useCase) {
        var arguments =
                Arrays.stream(useCase.method().getParameterTypes())
                        .map(UseCaseMatrixTest::nothing)
                        .toArray();
        try {
            useCase.method().invoke(useCase.bean(), arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type.isPrimitive()
                ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0)
                : null;
    }

    private Map<String, Set<String>> everybody() {
        var everybody = new LinkedHashMap<String, Set<String>>();
        zones.in("matrix", roles::all).stream()
                .filter(role -> !role.isOwn())
                .forEach(role -> everybody.put(role.id(), role.permissions()));
        everybody.put("ENTERPRISE", permissions.of(Role.ENTERPRISE));
        everybody.put("OPERATOR", permissions.of(Role.OPERATOR));
        everybody.put("somebody without a role", Set.of());
        return everybody;
    }
}
