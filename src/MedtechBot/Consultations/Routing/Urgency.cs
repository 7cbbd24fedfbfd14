namespace MedtechBot.Consultations.Routing;

/// <summary>In rising order.</summary>
public enum Urgency { Low, Normal, High, Urgent }
