package org.kaiyuan.leads;

/**
 * Who knows whether ground was supplied to a lead; the gate to {@link LeadStage#LAND} asks it. Leads know nothing of
 * land: whoever keeps it offers this as a bean. Where nobody does, the gate has nobody to ask and lets everything pass.
 */
public interface LeadLandEvidence {
    /** Whether a plot of the current zone was supplied to this lead; asked inside an open transaction. */
    boolean isSupplied(LeadId lead);
}
