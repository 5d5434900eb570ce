using PovertyDashboard.Ledgers;


namespace PovertyDashboard.Data;

/// <summary>Copies rows with their parts, so that a stored row stays as it was read while its copy is changed.</summary>
public sealed class RowCopier(AppDbContext db)
{
    private readonly Dictionary<Type, RowShape> _shapes = [];

    public LedgerRow Copy(LedgerRow row)
    {
        var shape = ShapeOf(row.GetType());
        var copy = (LedgerRow)Activator.CreateInstance(row.GetType())!;
        foreach (var property in shape.Type.GetProperties())
            if (property.PropertyInfo is { CanWrite: true } info) info.SetValue(copy, info.GetValue(row));
        foreach (var navigation in shape.Type.GetNavigations())
            if (navigation is { IsCollection: false, PropertyInfo: { CanWrite: true } info }) info.SetValue(copy, info.GetValue(row));
        foreach (var part in shape.Parts)
            foreach (var child in RowShape.PartsOf(row, part)) part.GetCollectionAccessor()!.Add(copy, Copy(child), forMaterialization: false);
        return copy;
    }

    private RowShape ShapeOf(Type type)
    {
        if (!_shapes.TryGetValue(type, out var shape)) _shapes[type] = shape = new RowShape(db.Model.FindEntityType(type)!);
        return shape;
    }
}
