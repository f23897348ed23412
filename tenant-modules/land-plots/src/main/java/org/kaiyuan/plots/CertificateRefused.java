package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;

/** A certificate cannot be entered: the sentence says why. */
public final class CertificateRefused extends Refusal {
    private CertificateRefused(String why, Object... arguments) {
        super("plots.refusal.certificate." + why, arguments);
    }

    public static CertificateRefused twice(CertificateKind kind, String number) {
        return new CertificateRefused("twice", kind, number);
    }

    public static CertificateRefused tooMany(int most) {
        return new CertificateRefused("tooMany", most);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
