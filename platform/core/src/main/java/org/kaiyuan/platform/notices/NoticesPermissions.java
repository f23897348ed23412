package org.kaiyuan.platform.notices;

/** What one may be allowed to do with notices; one's own anybody may read and choose. */
public final class NoticesPermissions {
    /** Telling other systems what happens in the zone. */
    public static final String WEBHOOKS = "notices:webhooks";

    private NoticesPermissions() {}
}
