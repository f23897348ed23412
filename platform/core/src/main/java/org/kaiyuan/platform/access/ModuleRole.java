package org.kaiyuan.platform.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A ready-made role of one module, such as {@code enterprises.clerk}: each module declares its own as
 * beans. Its name is the message {@code <word>.role.<name>}.
 *
 * @param id {@code word.name}; it is stored
 */
public record ModuleRole(String id, DataScope scope, Set<String> permissions) {
    private static final Pattern FORM = Pattern.compile("[a-z]+\\.[a-z-]+");

    public ModuleRole {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("A module's role is word.name, not " + id);
        }
        permissions = Set.copyOf(permissions);
    }

    public ModuleRole(String id, DataScope scope, String... permissions) {
        this(id, scope, Set.of(permissions));
    }

    String nameKey() {
        int dot = id.indexOf('.');
        return id.substring(0, dot) + ".role" + id.substring(dot);
    }
}
