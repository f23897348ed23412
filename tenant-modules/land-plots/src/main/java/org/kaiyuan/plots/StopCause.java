package org.kaiyuan.plots;

/** Why work stopped, or could not begin (停工原因). */
public enum StopCause {
    /** The holder's own. */
    OWN,
    /** Of a government or its departments: 国土资源部令第53号 art. 8. */
    GOVERNMENT,
    /** 不可抗力: the same article treats it alike. */
    FORCE_MAJEURE;

    /** Whether its days count against the holder. */
    public boolean counts() {
        return this == OWN;
    }
}
