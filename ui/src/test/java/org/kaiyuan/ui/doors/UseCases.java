package org.kaiyuan.ui.doors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;

/** What the use cases behind a door ask for, read from the code that calls them. */
final class UseCases {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.kaiyuan");

    private UseCases() {}

    /** Of all use cases that the method calls, itself or by way of others of its class. */
    static Needs calledBy(Method method) {
        var parameters =
                Arrays.stream(method.getParameterTypes())
                        .map(Class::getName)
                        .toArray(String[]::new);
        var start = HOUSE.get(method.getDeclaringClass()).getMethod(method.getName(), parameters);
        return calledBy(start, new HashSet<>());
    }

    private static Needs calledBy(JavaCodeUnit caller, Set<String> seen) {
        var needs = Needs.NOTHING;
        if (!seen.add(caller.getFullName())) {
            return needs;
        }
        var called =
                Stream.concat(
                                caller.getMethodCallsFromSelf().stream()
                                        .map(call -> call.getTarget().resolveMember()),
                                caller.getMethodReferencesFromSelf().stream()
                                        .map(reference -> reference.getTarget().resolveMember()))
                        .flatMap(java.util.Optional::stream)
                        .toList();
        for (JavaMethod target : called) {
            needs =
                    needs.and(
                            target.getOwner().equals(caller.getOwner())
                                    ? calledBy(target, seen)
                                    : askedBy(target));
        }
        return needs;
    }

    private static Needs askedBy(JavaMethod method) {
        return method.tryGetAnnotationOfType(PreAuthorize.class)
                .or(() -> ofClass(method.getOwner()))
                .map(asked -> Needs.read(asked.value()))
                .orElse(Needs.NOTHING);
    }

    private static java.util.Optional<PreAuthorize> ofClass(JavaClass type) {
        return type.tryGetAnnotationOfType(PreAuthorize.class);
    }
}
